package kefu.profiling.profile;

import java.time.Duration;
import java.util.Set;
import kefu.model.Require;

/**
 * How evidence is weighed.
 *
 * @param halfLife after which something counts half
 * @param horizon after which it does not count at all
 * @param silence after which a customer who bought is at risk
 * @param smallTalk intents that say nothing about what a customer wants
 * @param bargains intents of somebody who looks for a price
 */
public record FoldRules(
        Duration halfLife, Duration horizon, Duration silence, Set<String> smallTalk, Set<String> bargains) {
    public FoldRules {
        if (!halfLife.isPositive()) throw new IllegalArgumentException("halfLife must be positive");
        Require.present(horizon, "horizon");
        Require.present(silence, "silence");
        smallTalk = Set.copyOf(smallTalk);
        bargains = Set.copyOf(bargains);
    }

    /** @return how much something of this age counts, in [0, 1]; 1 for age 0 */
    double decay(long ageInDays) {
        if (ageInDays > horizon.toDays()) return 0;
        return Math.pow(2, -Math.max(0, ageInDays) / (halfLife.toSeconds() / 86_400.0));
    }
}
