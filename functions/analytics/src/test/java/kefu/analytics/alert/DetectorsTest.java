package kefu.analytics.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kefu.analytics.count.Counters;
import kefu.analytics.insight.Board;
import kefu.analytics.insight.BoardAt;
import kefu.analytics.tally.Bucket;
import kefu.analytics.tally.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final AlertConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
            .withMapping(AlertConfig.class)
            .build()
            .getConfigMapping(AlertConfig.class);
    private final Detectors detectors = new Detectors(config);
    private final Board board = BoardAt.time(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anEmptyBoardNeedsNoAttention() {
        assertThat(detectors.look(board, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.10, 0.10, none", // as ever
        "0.10, 0.14, none", // within what chance gives
        "0.10, 0.18, WARNING",
        "0.10, 0.60, CRITICAL",
        "0.50, 0.52, none"
    })
    void aShareAboveItsBinomialLimitNeedsAttention(double before, double now, String severity) {
        fill(Duration.ofHours(20), Duration.ofMinutes(5), 10, before);
        fill(Duration.ofMinutes(5), Duration.ZERO, 10, now);

        var found = detectors.look(board, NOW).stream()
                .filter(finding -> finding.metric().equals("outOfScopeShare"))
                .findFirst();
        assertThat(found.map(f -> f.severity().name()).orElse("none")).isEqualTo(severity);
        found.ifPresent(f -> assertThat(f.message()).contains("Turns out of scope"));
    }

    @Test
    void aShareOfAFewTurnsSaysNothing() {
        board.put(Bucket.of(NOW.minusSeconds(60)), 0, tally(10, 10));
        assertThat(detectors.look(board, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"110, none", "170, WARNING", "9000, CRITICAL"})
    void latencyFarAboveItsMovingAverageNeedsAttention(double millis, String severity) {
        for (int minutes = 120; minutes > 5; minutes--) slow(minutes, 100 + minutes % 7);
        for (int minutes = 5; minutes > 0; minutes--) slow(minutes, millis);

        var found = new LatencyDetector(config).look(board, NOW);
        assertThat(found.map(f -> f.severity().name()).orElse("none")).isEqualTo(severity);
    }

    @Test
    void samplesOfOneDistributionDoNotDriftHoweverSmallTheyAre() {
        var random = new Random(3);
        for (int n = 0; n < 50; n++)
            assertThat(DriftDetector.stabilityIndex(sample(200, 45, random), sample(200, 45, random)))
                    .isLessThan(0.2);
    }

    @Test
    void customersWhoWantOtherThingsAreADrift() {
        for (int minutes = 1_200; minutes > 60; minutes -= 10)
            wants(minutes, Map.of("order.status", 40L, "thanks", 10L));
        for (int minutes = 60; minutes > 0; minutes -= 10) wants(minutes, Map.of("delivery.delay", 40L, "thanks", 10L));

        assertThat(detectors.look(board, NOW)).extracting(Finding::metric).containsExactly("intentDrift");
    }

    private void fill(Duration from, Duration to, int turns, double outOfScope) {
        double owed = 0;
        for (var at = NOW.minus(from); at.isBefore(NOW.minus(to)); at = at.plus(Bucket.LENGTH)) {
            owed += turns * outOfScope;
            long now = (long) owed;
            owed -= now;
            board.put(Bucket.of(at), 0, tally(turns, now));
        }
    }

    private void slow(int minutesAgo, double millis) {
        var tally = tally(20, 0);
        for (int n = 0; n < 20; n++) tally.spread(Counters.LATENCY, millis);
        board.put(Bucket.of(NOW.minus(Duration.ofMinutes(minutesAgo))), 0, tally);
    }

    private void wants(int minutesAgo, Map<String, Long> intents) {
        var tally = new Tally();
        intents.forEach((intent, n) -> {
            tally.count(Counters.INTENT + intent, n);
            tally.count(Counters.TURNS, n);
        });
        board.put(Bucket.of(NOW.minus(Duration.ofMinutes(minutesAgo))), 0, tally);
    }

    private static Tally tally(long turns, long outOfScope) {
        var tally = new Tally();
        tally.count(Counters.TURNS, turns);
        tally.count(Counters.OUT_OF_SCOPE, outOfScope);
        return tally;
    }

    private static Map<String, Long> sample(int size, int names, Random random) {
        var counts = new TreeMap<String, Long>();
        for (int n = 0; n < size; n++) counts.merge("intent-" + random.nextInt(names), 1L, Long::sum);
        return counts;
    }
}
