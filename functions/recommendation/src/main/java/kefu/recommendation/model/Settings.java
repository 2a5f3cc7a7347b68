package kefu.recommendation.model;

import java.time.Duration;

/**
 * What can be set about a recommendation.
 *
 * @param explore probability in [0, 1) that a place goes to a product drawn at random
 * @param relevance share of relevance, the rest being variety, in [0, 1]
 * @param floor what variety may cost: no product below this share of the best one's score overtakes it
 * @param boughtLately what was bought less long ago is not shown
 * @param fading half-life of what a customer's own past matters
 * @param categories what categories are called in reasons
 */
public record Settings(
        Weights weights,
        double explore,
        double relevance,
        double floor,
        Duration boughtLately,
        Duration fading,
        CategoryNames categories) {
    public static final Settings DEFAULT =
            new Settings(Weights.DEFAULT, 0.02, 0.8, 0.6, Duration.ofDays(60), Duration.ofDays(21), CategoryNames.NONE);

    public Settings {
        if (!(explore >= 0 && explore < 1)) throw new IllegalArgumentException("explore must be in [0, 1)");
    }

    public Settings withExplore(double share) {
        return new Settings(weights, share, relevance, floor, boughtLately, fading, categories);
    }
}
