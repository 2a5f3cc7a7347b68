package kefu.analytics.count;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import java.util.Set;

/** Which products were shown to whom in the last while; customers are known by a keyed hash alone. */
public interface Shown {
    void put(String customerId, String productId, Impression impression);

    /** @return the last time it was shown to the customer, if that is no longer ago than the attribution window */
    Optional<Impression> lastBefore(String customerId, String productId, long epochMillis);

    /** One showing. @param followedBy what was already counted to have followed from it */
    @RegisterForReflection
    record Impression(long at, Set<String> followedBy) {
        public Impression {
            followedBy = Set.copyOf(followedBy);
        }
    }
}
