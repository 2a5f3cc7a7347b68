package kefu.analytics.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kefu.analytics.count.Counters;
import kefu.analytics.insight.Board;

/** The customers of the last hour want other things than those of the day before. */
record DriftDetector(AlertConfig config) implements Detector {
    private static final String METRIC = "intentDrift";
    private static final Duration RECENT = Duration.ofHours(1);
    private static final Duration BASELINE = Duration.ofDays(1);
    private static final double SMOOTHING = 0.5;

    @Override
    public Optional<Finding> look(Board board, Instant now) {
        var recent = board.between(now.minus(RECENT), now);
        var before = board.between(now.minus(BASELINE), now.minus(RECENT));
        if (Math.min(recent.of(Counters.TURNS), before.of(Counters.TURNS)) < config.fewestForDrift())
            return Optional.empty();
        double drift = stabilityIndex(recent.group(Counters.INTENT), before.group(Counters.INTENT));
        if (drift <= config.drift()) return Optional.empty();
        var message = String.format(
                Locale.ROOT, "What customers want has changed: stability index %.2f in the last hour", drift);
        return Optional.of(new Finding(METRIC, Finding.Severity.WARNING, drift, 0, "1h", message));
    }

    /**
     * The population stability index of two samples, less what chance alone gives samples of that size: about chi-squared
     * with one degree of freedom less than names, of which three standard deviations above the mean are taken away.
     *
     * @return 0 for the same distribution; source: Yurdakul 2018, statistical properties of population stability index
     */
    static double stabilityIndex(Map<String, Long> now, Map<String, Long> before) {
        var names = new TreeSet<>(now.keySet());
        names.addAll(before.keySet());
        double n = total(now);
        double m = total(before);
        double index = 0;
        for (var name : names) {
            double p = share(now.getOrDefault(name, 0L), n, names.size());
            double q = share(before.getOrDefault(name, 0L), m, names.size());
            index += (p - q) * Math.log(p / q);
        }
        int freedom = names.size() - 1;
        return Math.max(0, index - (freedom + 3 * Math.sqrt(2.0 * freedom)) * (1 / n + 1 / m));
    }

    private static double share(long count, double all, int names) {
        return (count + SMOOTHING) / (all + SMOOTHING * names);
    }

    private static double total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
