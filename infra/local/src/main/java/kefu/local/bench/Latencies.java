package kefu.local.bench;

import java.util.Arrays;

/** Measured times, in milliseconds. */
final class Latencies {
    private final double[] sorted;

    /** @throws IllegalArgumentException when there are none */
    Latencies(double[] millis) {
        if (millis.length == 0) throw new IllegalArgumentException("nothing was measured");
        sorted = millis.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    double median() {
        return quantile(0.5);
    }

    double p99() {
        return quantile(0.99);
    }

    /** @return the smallest time that at least this share of all times does not exceed (nearest rank) */
    double quantile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
