package kefu.analytics.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kefu.analytics.count.Counters;
import kefu.analytics.insight.Board;

/**
 * The 95th percentile of latency far above its exponentially weighted mean of the last hours, on a logarithmic scale; or
 * above what is never all right. Source: Roberts 1959, control chart tests based on geometric moving averages.
 */
record LatencyDetector(AlertConfig config) implements Detector {
    private static final String METRIC = "latencyP95";
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final int EARLIER = 72; // of the same length: six hours
    private static final int FEWEST_EARLIER = 6;
    private static final double WEIGHT = 0.1;
    private static final double LEAST_DEVIATION = 0.1;
    private static final double LEAST_FACTOR = 1.5;

    @Override
    public Optional<Finding> look(Board board, Instant now) {
        var recent = board.between(now.minus(RECENT), now);
        if (recent.of(Counters.TURNS) < config.fewest()) return Optional.empty();
        var p95 = recent.quantile(Counters.LATENCY, 0.95);
        if (p95.isEmpty()) return Optional.empty();
        double seen = p95.getAsDouble();
        var earlier = earlier(board, now);
        double expected = earlier.isEmpty()
                ? config.latencyLimit()
                : Math.exp(Ewma.of(earlier, WEIGHT).mean());
        if (seen > config.latencyLimit()) return Optional.of(finding(Finding.Severity.CRITICAL, seen, expected));
        if (earlier.size() < FEWEST_EARLIER) return Optional.empty();
        double deviations = Ewma.of(earlier, WEIGHT).deviations(Math.log(seen), LEAST_DEVIATION);
        return deviations > config.deviations() && seen > LEAST_FACTOR * expected
                ? Optional.of(finding(Finding.Severity.WARNING, seen, expected))
                : Optional.empty();
    }

    /** @return logarithms, oldest first, of the pieces in which enough was said */
    private List<Double> earlier(Board board, Instant now) {
        var values = new ArrayList<Double>();
        for (int n = EARLIER; n >= 1; n--) {
            var to = now.minus(RECENT.multipliedBy(n));
            var tally = board.between(to.minus(RECENT), to);
            if (tally.of(Counters.TURNS) >= config.fewest())
                tally.quantile(Counters.LATENCY, 0.95).ifPresent(p95 -> values.add(Math.log(p95)));
        }
        return values;
    }

    private static Finding finding(Finding.Severity severity, double seen, double expected) {
        var message = String.format(
                Locale.ROOT, "Answers are slow: 95%% within %.0f ms, against %.0f ms before", seen, expected);
        return new Finding(METRIC, severity, seen, expected, "5m", message);
    }
}
