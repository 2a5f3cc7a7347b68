package kefu.recommendation.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Gives a small share of the places to products drawn at random, so that the shop learns about what it would not have
 * shown; and says with which probability each place went to its product, without which nothing that was logged could be
 * judged later. Source: epsilon-greedy with inverse propensity scoring, Swaminathan and Joachims 2015.
 *
 * @param share probability, in [0, 1), that a place is drawn at random
 */
record Exploration(double share) {
    private static final int TRIES = 64;

    /** What a draw may give. @see #size */
    interface Pool {
        /** @return how many products there are to draw, those already shown among them */
        int size();

        /** @return one of them, each as likely as the other */
        Candidate draw(RandomGenerator random);
    }

    /** @param propensity of this product at this place, given the places before it */
    record Placed(Candidate candidate, boolean explored, double propensity) {}

    /** @param ordered the places as the model would fill them, each one also in the pool */
    List<Placed> place(List<Candidate> ordered, int limit, Pool pool, RandomGenerator random) {
        var placed = new ArrayList<Placed>(limit);
        var shown = new HashSet<String>();
        for (var best : ordered) {
            // A place drawn at random takes none from the model's list: its best goes to the next place.
            while (placed.size() < limit && !shown.contains(best.id())) {
                double eachDraw = share / (pool.size() - shown.size());
                var drawn = random.nextDouble() < share ? draw(pool, shown, random) : Optional.of(best);
                var chosen = drawn.orElse(best);
                boolean explored = !chosen.id().equals(best.id());
                placed.add(new Placed(explored ? chosen : best, explored, explored ? eachDraw : 1 - share + eachDraw));
                shown.add(chosen.id());
            }
        }
        return placed;
    }

    private static Optional<Candidate> draw(Pool pool, Set<String> shown, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            var drawn = pool.draw(random);
            if (!shown.contains(drawn.id())) return Optional.of(drawn);
        }
        return Optional.empty();
    }
}
