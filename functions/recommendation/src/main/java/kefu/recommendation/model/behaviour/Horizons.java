package kefu.recommendation.model.behaviour;

import java.time.Duration;
import java.time.Instant;

/**
 * How long things matter.
 *
 * @param together half-life of what goes together
 * @param popular half-life of popularity
 * @param basket half-life of the nearness of two purchases: bought on the same day they are one basket
 * @param session two views further apart than this are not one visit
 * @param landmark where forward decay starts counting; any time near the present
 */
public record Horizons(Duration together, Duration popular, Duration basket, Duration session, Instant landmark) {
    /** @param now the landmark */
    public static Horizons from(Instant now) {
        return new Horizons(
                Duration.ofDays(120), Duration.ofDays(14), Duration.ofDays(30), Duration.ofMinutes(45), now);
    }

    Decay togetherDecay() {
        return new Decay(together, landmark);
    }

    public Decay popularDecay() {
        return new Decay(popular, landmark);
    }

    Decay basketDecay() {
        return new Decay(basket, landmark);
    }
}
