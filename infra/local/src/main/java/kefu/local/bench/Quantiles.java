package kefu.local.bench;

import java.util.List;

/** Median and 99th percentile of measured milliseconds (nearest rank). */
record Quantiles(double median, double p99) {
    static Quantiles of(List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        return new Quantiles(at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
