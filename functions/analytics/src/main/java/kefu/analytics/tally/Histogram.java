package kefu.analytics.tally;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How values are spread: counts in bins whose borders grow by 2%, so that every quantile is within 1% of the true one and
 * histograms add. Source: Masson, Rim, Lee 2019, DDSketch. Not thread-safe while it is added to.
 */
public final class Histogram {
    private static final double ACCURACY = 0.01;
    private static final double GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
    private static final double LOG_GAMMA = Math.log(GAMMA);
    /** Smaller values, zero too, share the lowest bin. */
    private static final double SMALLEST = 1e-3;

    private final TreeMap<Integer, Long> bins;

    public Histogram() {
        this.bins = new TreeMap<>();
    }

    @JsonCreator
    Histogram(SortedMap<Integer, Long> bins) {
        this.bins = new TreeMap<>(bins);
    }

    /** @throws IllegalArgumentException for a negative value or none at all */
    public void add(double value) {
        if (!(value >= 0) || Double.isInfinite(value))
            throw new IllegalArgumentException("a histogram takes finite values from 0 on, not " + value);
        bins.merge(bin(value), 1L, Long::sum);
    }

    public void add(Histogram other) {
        other.bins.forEach((bin, count) -> bins.merge(bin, count, Long::sum));
    }

    public long count() {
        return bins.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * @param q in [0, 1]
     * @return the value below which this share of the values lies; empty without values
     */
    public OptionalDouble quantile(double q) {
        long rank = (long) Math.floor(q * (count() - 1));
        for (var bin : bins.entrySet()) {
            rank -= bin.getValue();
            if (rank < 0) return OptionalDouble.of(middle(bin.getKey()));
        }
        return OptionalDouble.empty();
    }

    @JsonValue
    SortedMap<Integer, Long> bins() {
        return Collections.unmodifiableSortedMap(bins);
    }

    private static int bin(double value) {
        return (int) Math.ceil(Math.log(Math.max(value, SMALLEST)) / LOG_GAMMA);
    }

    private static double middle(int bin) {
        return 2 * Math.pow(GAMMA, bin) / (GAMMA + 1);
    }
}
