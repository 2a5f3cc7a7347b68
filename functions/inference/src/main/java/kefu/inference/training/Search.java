package kefu.inference.training;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Looks for the settings under which texts held out are answered best, by their {@link LogLoss}: first how much the
 * encoder's vector counts beside the n-grams, or where there is none, how much it counts that an n-gram is rare; then how
 * much errors cost. From what is usual it climbs as long as that helps: of 15,000 short texts and of 500 long ones another
 * setting is best, and few are tried. Between the steps it takes the lowest point of the parabola through the best three.
 */
final class Search {
    /** The ladders' ends, in steps from what is usual: of √2 for weights (0.35 to 5.7), of 2 for costs (0.06 to 4). */
    private static final int DOWN = -3;

    private static final int UP_WEIGHT = 5;
    private static final int UP_COST = 3;
    private static final double USUAL_COST = 0.5;
    /** Of 15,000 English texts the lower is better, of 8,000 others either may be; between and below them little changes. */
    private static final float[] RARITIES = {1, 0.5f};
    /** Trials that are usual, for the estimate of time. */
    static final int TRIALS = 8;

    private final Function<Chosen, Scores> margins;
    private final Map<Chosen, Scores> tried = new HashMap<>();
    private final Map<Chosen, Double> losses = new HashMap<>();

    /** @param margins those of texts held out, under given settings */
    Search(Function<Chosen, Scores> margins) {
        this.margins = margins;
    }

    /** What validation decided. @param rarity how much it counts that an n-gram is rare ({@link kefu.inference.heads.Vocabulary}) */
    record Chosen(float encoderWeight, float rarity, double cost) {
        /** @return the same for n-grams without a vector */
        Chosen alone() {
            return new Chosen(0, rarity, cost);
        }

        private Chosen atWeight(double step) {
            return new Chosen((float) Math.pow(2, step / 2), rarity, cost);
        }

        private Chosen atCost(double step) {
            return new Chosen(encoderWeight, rarity, USUAL_COST * Math.pow(2, step));
        }
    }

    /** @param encoded whether there is a vector beside the n-grams */
    Chosen best(boolean encoded) {
        Chosen usual = new Chosen(1, 1, USUAL_COST);
        Chosen weighted = encoded ? usual.atWeight(climb(UP_WEIGHT, usual::atWeight)) : alone();
        return weighted.atCost(climb(UP_COST, weighted::atCost));
    }

    private Chosen alone() {
        Chosen best = new Chosen(0, RARITIES[0], USUAL_COST);
        for (float rarity : RARITIES) {
            Chosen other = new Chosen(0, rarity, USUAL_COST);
            if (loss(other) < loss(best)) best = other;
        }
        return best;
    }

    Scores of(Chosen chosen) {
        return tried.computeIfAbsent(chosen, margins);
    }

    /** @return the step from what is usual, or the point between two, where the loss is least */
    private double climb(int up, DoubleFunction<Chosen> ladder) {
        int best = 0;
        for (int way : new int[] {1, -1}) {
            while (best + way >= DOWN && best + way <= up && loss(ladder.apply(best + way)) < loss(ladder.apply(best)))
                best += way;
            if (best > 0) break;
        }
        return best == DOWN || best == up ? best : best + lowest(best, ladder);
    }

    /** @return where around the best step the parabola through it and its neighbours is lowest, in tenths of a step */
    private double lowest(int best, DoubleFunction<Chosen> ladder) {
        double below = loss(ladder.apply(best - 1));
        double above = loss(ladder.apply(best + 1));
        double bend = below - 2 * loss(ladder.apply(best)) + above;
        return bend <= 0 ? 0 : Math.round(5 * (below - above) / bend) / 10.0;
    }

    private double loss(Chosen chosen) {
        return losses.computeIfAbsent(chosen, c -> LogLoss.of(of(c)));
    }
}
