package kefu.profiling.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of a customer. Adding signals commutes: any order of arrival gives equal evidence.
 *
 * @param masses thousandths by key
 * @param orders by order id
 * @param lastSeen when the latest signal happened
 */
public record Evidence(SortedMap<Tally.Key, Long> masses, Map<String, PlacedOrder> orders, Optional<Instant> lastSeen) {
    public static final Evidence NONE = new Evidence(new TreeMap<>(), Map.of(), Optional.empty());

    public Evidence {
        masses = Collections.unmodifiableSortedMap(new TreeMap<>(masses));
        orders = Map.copyOf(orders);
    }

    public Evidence plus(Signal signal) {
        var masses = new TreeMap<>(this.masses);
        signal.tallies().forEach(tally -> masses.merge(tally.key(), tally.mass(), Long::sum));
        var orders = new HashMap<>(this.orders);
        if (signal instanceof Signal.Ordered ordered)
            orders.merge(ordered.order().orderId(), ordered.order(), PlacedOrder::later);
        var seen = lastSeen.filter(signal.at()::isBefore).orElse(signal.at());
        return new Evidence(masses, orders, Optional.of(seen));
    }
}
