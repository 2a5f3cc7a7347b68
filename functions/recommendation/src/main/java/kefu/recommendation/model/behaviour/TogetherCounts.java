package kefu.recommendation.model.behaviour;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kefu.recommendation.model.behaviour.Together.Link;
import kefu.recommendation.model.behaviour.Together.Row;

/** Sums contributions, and gives them back. Not thread-safe: {@link Learner} owns it. */
final class TogetherCounts {
    private static final int MOST_LINKS = 80;

    private final Map<String, Counts> products = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    private static final class Sum {
        double weight;
        int customers;

        /** A sum of nobody is zero, whatever rounding left behind. */
        boolean add(double weight, int sign) {
            this.weight += sign * weight;
            customers += sign;
            return customers > 0;
        }
    }

    private static final class Counts {
        final Sum total = new Sum();
        final Map<String, Sum> links = new HashMap<>();

        void link(String other, double weight, int sign) {
            var sum = links.computeIfAbsent(other, _ -> new Sum());
            if (!sum.add(weight, sign)) links.remove(other);
        }
    }

    /** @param sign 1 to add, -1 to take back what was added before */
    void add(Contribution contribution, int sign) {
        contribution.totals().forEach((id, weight) -> {
            changed.add(id);
            var counts = products.computeIfAbsent(id, _ -> new Counts());
            if (!counts.total.add(weight, sign)) products.remove(id);
        });
        contribution.pairs().forEach((pair, weight) -> {
            link(pair.low(), pair.high(), weight, sign);
            link(pair.high(), pair.low(), weight, sign);
        });
    }

    private void link(String from, String to, double weight, int sign) {
        var counts = products.get(from);
        if (counts != null) counts.link(to, weight, sign);
    }

    /** @return the graph after everything that was added since it was published last */
    Together publish(Together last) {
        var rows = new HashMap<String, Optional<Row>>();
        for (var id : changed)
            rows.put(id, Optional.ofNullable(products.get(id)).map(this::row));
        changed.clear();
        return last.with(rows);
    }

    private Row row(Counts counts) {
        return new Row(
                counts.total.weight,
                counts.links.entrySet().stream()
                        .map(e -> new Link(e.getKey(), e.getValue().weight, e.getValue().customers))
                        .sorted(Comparator.comparingDouble((Link link) -> -link.weight())
                                .thenComparing(Link::productId))
                        .limit(MOST_LINKS)
                        .toList());
    }
}
