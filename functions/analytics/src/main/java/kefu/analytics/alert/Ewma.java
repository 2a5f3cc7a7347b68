package kefu.analytics.alert;

import java.util.List;

/** The exponentially weighted mean and variance of a series. Source: Finch 2009, incremental calculation, section 9. */
record Ewma(double mean, double variance) {
    /** @param values at least one, oldest first @param weight of the newest, in (0, 1] */
    static Ewma of(List<Double> values, double weight) {
        double mean = values.getFirst();
        double variance = 0;
        for (double value : values.subList(1, values.size())) {
            double step = weight * (value - mean);
            variance = (1 - weight) * (variance + step * (value - mean));
            mean += step;
        }
        return new Ewma(mean, variance);
    }

    /** @param least the standard deviation that is believed at least */
    double deviations(double value, double least) {
        return (value - mean) / Math.max(least, Math.sqrt(variance));
    }
}
