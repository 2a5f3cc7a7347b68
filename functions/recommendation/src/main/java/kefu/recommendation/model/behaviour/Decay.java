package kefu.recommendation.model.behaviour;

import java.time.Duration;
import java.time.Instant;

/**
 * Forward decay: a thing that happened at t weighs 2^((t - landmark) / half-life) for ever, and a sum of such weights is
 * brought to the present by one factor. So sums can be added to and taken from at any time and in any order. Source:
 * Cormode et al. 2009, Forward decay.
 */
public record Decay(Duration halfLife, Instant landmark) {
    /** Beyond this many half-lives a weight would leave the range of a double's exact arithmetic. */
    private static final double MOST = 400;

    /** @return the weight at which something at this time enters a sum */
    public double weight(Instant at) {
        return Math.pow(2, Math.clamp(halfLives(landmark, at), -MOST, MOST));
    }

    /** @return the sum as seen now: something that happens now counts 1 */
    public double now(double sum, Instant now) {
        return sum / weight(now);
    }

    /** @return 2^(-|b - a| / half-life), in (0, 1] */
    public double nearness(Instant a, Instant b) {
        return Math.pow(2, -Math.abs(halfLives(a, b)));
    }

    private double halfLives(Instant from, Instant to) {
        return (double) Duration.between(from, to).toMillis() / halfLife.toMillis();
    }
}
