package kefu.analytics.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kefu.analytics.count.Counters;
import kefu.analytics.insight.Board;

/** All that is looked for. */
@Singleton
class Detectors {
    private final List<Detector> all;

    Detectors(AlertConfig config) {
        this.all = List.of(
                new ShareDetector(
                        "handoffShare",
                        "Conversations that a person takes over",
                        Counters.HANDED_OFF,
                        Counters.CONVERSATIONS,
                        0.15,
                        config),
                new ShareDetector(
                        "outOfScopeShare", "Turns out of scope", Counters.OUT_OF_SCOPE, Counters.TURNS, 0.1, config),
                new ShareDetector(
                        "degradedShare",
                        "Turns answered without some function",
                        Counters.DEGRADED,
                        Counters.TURNS,
                        0.01,
                        config),
                new ShareDetector(
                        "refusedShare", "Operations refused", Counters.REFUSED, Counters.OPERATIONS, 0.15, config),
                new LatencyDetector(config),
                new DriftDetector(config));
    }

    List<Finding> look(Board board, Instant now) {
        return all.stream()
                .map(detector -> detector.look(board, now))
                .flatMap(Optional::stream)
                .toList();
    }
}
