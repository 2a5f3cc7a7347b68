package kefu.recommendation.model.behaviour;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How much each product was taken up lately, by customers. Immutable. */
public final class Popularity {
    static final Popularity NONE = new Popularity(Map.of(), new Decay(java.time.Duration.ofDays(1), Instant.EPOCH));

    private final Map<String, Double> sums;
    private final List<String> ranked;
    private final double mean;
    private final Decay decay;

    Popularity(Map<String, Double> sums, Decay decay) {
        this.sums = Map.copyOf(sums);
        this.decay = decay;
        this.ranked = sums.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        this.mean = sums.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** @return products that were taken up at all, the most popular first */
    public List<String> ranked() {
        return ranked;
    }

    /** @return in [0, 1): n / (n + mean + 1), n being customers weighted by recency and interest */
    public double of(String productId, Instant now) {
        var sum = sums.get(productId);
        if (sum == null) return 0;
        var n = decay.now(sum, now);
        return n / (n + decay.now(mean, now) + 1);
    }
}
