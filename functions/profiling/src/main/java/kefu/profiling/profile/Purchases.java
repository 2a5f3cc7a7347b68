package kefu.profiling.profile;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pieces bought, by product and day. A storefront's word of a purchase and the order itself may tell of the same piece:
 * the greater number of the two counts.
 */
final class Purchases {
    private Purchases() {}

    static SortedMap<Tally.Key, Double> of(Evidence evidence) {
        var pieces = new TreeMap<Tally.Key, Double>();
        for (var order : evidence.orders().values()) {
            if (order.cancelled()) continue;
            long day = ProfileFold.day(order.placedAt());
            for (var product : order.productIds())
                pieces.merge(new Tally.Key(Dimension.PURCHASE, product, day), 1.0, Double::sum);
        }
        evidence.masses().forEach((key, mass) -> {
            if (key.dimension() == Dimension.PURCHASE) pieces.merge(key, (double) mass / Tally.ONE, Math::max);
        });
        return pieces;
    }
}
