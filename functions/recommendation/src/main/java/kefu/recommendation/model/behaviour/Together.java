package kefu.recommendation.model.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which products the same customers take together. Immutable. The likeness of two products is the cosine of their
 * customers, shrunk where few customers stand behind it. Source: Deshpande and Karypis 2004, Item-based top-N
 * recommendation; shrinkage as in Bell and Koren 2007.
 */
public final class Together {
    /** Of fewer customers nothing is said: chance, and one person's shopping is nobody else's business. */
    public static final int FEWEST_CUSTOMERS = 2;

    static final Together NOTHING = new Together(Shards.empty());
    private static final double SHRINK = 2;

    private final Shards<Row> rows;

    private Together(Shards<Row> rows) {
        this.rows = rows;
    }

    /** A product that goes with another. @param likeness in (0, 1) @param customers who took both */
    public record Neighbour(String productId, double likeness, int customers) {}

    /** @param weight decayed @param customers behind it */
    record Link(String productId, double weight, int customers) {}

    /** @param total the product's own decayed weight @param links the strongest ones */
    record Row(double total, List<Link> links) {}

    /** @return what goes with this product, in no particular order */
    public List<Neighbour> of(String productId) {
        var row = rows.get(productId);
        if (row.isEmpty()) return List.of();
        var neighbours = new ArrayList<Neighbour>(row.get().links().size());
        for (var link : row.get().links()) {
            var other = rows.get(link.productId());
            if (other.isEmpty() || link.customers() < FEWEST_CUSTOMERS) continue;
            var cosine =
                    link.weight() / Math.sqrt(row.get().total() * other.get().total());
            var likeness = Math.min(1, cosine) * link.customers() / (link.customers() + SHRINK);
            neighbours.add(new Neighbour(link.productId(), likeness, link.customers()));
        }
        return neighbours;
    }

    Together with(Map<String, Optional<Row>> changes) {
        return changes.isEmpty() ? this : new Together(rows.with(changes));
    }
}
