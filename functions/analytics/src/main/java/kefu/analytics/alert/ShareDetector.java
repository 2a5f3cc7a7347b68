package kefu.analytics.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kefu.analytics.insight.Board;

/**
 * A share of the last five minutes above the binomial limit of the day before. The baseline starts as a prior worth fifty
 * observations, so that the first day has one, too. Source: Montgomery, Introduction to Statistical Quality Control, p chart.
 *
 * @param usual the prior share
 */
record ShareDetector(String metric, String what, String part, String whole, double usual, AlertConfig config)
        implements Detector {
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final Duration BASELINE = Duration.ofDays(1);
    private static final double PRIOR_WEIGHT = 50;

    @Override
    public Optional<Finding> look(Board board, Instant now) {
        var recent = board.between(now.minus(RECENT), now);
        long n = recent.of(whole);
        if (n < config.fewest()) return Optional.empty();
        double share = (double) recent.of(part) / n;
        var before = board.between(now.minus(BASELINE), now.minus(RECENT));
        double expected = (before.of(part) + usual * PRIOR_WEIGHT) / (before.of(whole) + PRIOR_WEIGHT);
        double deviations = (share - expected) / Math.sqrt(expected * (1 - expected) / n);
        if (!(deviations > config.deviations()) || share - expected < config.leastRise()) return Optional.empty();
        var severity = deviations > 2 * config.deviations() && share > 2 * expected
                ? Finding.Severity.CRITICAL
                : Finding.Severity.WARNING;
        var message = String.format(
                Locale.ROOT, "%s: %.0f%% of the last %d, against %.0f%% before", what, 100 * share, n, 100 * expected);
        return Optional.of(new Finding(metric, severity, share, expected, "5m", message));
    }
}
