package kefu.recommendation.model.behaviour;

import java.util.HashMap;
import java.util.Map;

/**
 * What one customer adds to a graph of products: a pure function of their history, so that it can be taken back exactly
 * when the history changes or is forgotten.
 *
 * @param totals decayed weight of each product
 * @param pairs decayed weight of each pair; a pair's never exceeds the geometric mean of its two products'
 */
record Contribution(Map<String, Double> totals, Map<Pair, Double> pairs) {
    static final Contribution NOTHING = new Contribution(Map.of(), Map.of());

    /** Two products, in the order of their ids. */
    record Pair(String low, String high) {
        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    static final class Builder {
        private final Map<String, Double> totals = new HashMap<>();
        private final Map<Pair, Double> pairs = new HashMap<>();

        Builder total(String productId, double weight) {
            totals.merge(productId, weight, Math::max);
            return this;
        }

        /** @param nearness in [0, 1]: how close together the two happened */
        Builder pair(String a, String b, double nearness) {
            var weight = nearness * Math.sqrt(totals.get(a) * totals.get(b));
            pairs.merge(Pair.of(a, b), weight, Math::max);
            return this;
        }

        Contribution build() {
            return new Contribution(Map.copyOf(totals), Map.copyOf(pairs));
        }
    }
}
