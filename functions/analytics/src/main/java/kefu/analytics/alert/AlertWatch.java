package kefu.analytics.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import kefu.analytics.insight.Board;
import kefu.analytics.tally.Bucket;

/** Looks again and again. */
@Singleton
class AlertWatch {
    private final Detectors detectors;
    private final Board board;
    private final RaiseAlert raise;
    private final Clock clock;
    private boolean stopped;

    AlertWatch(Detectors detectors, Board board, RaiseAlert raise, Clock clock) {
        this.detectors = detectors;
        this.board = board;
        this.raise = raise;
        this.clock = clock;
    }

    @Scheduled(
            every = "{kefu.alerts.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    synchronized void look() {
        if (stopped) return;
        var now = Instant.ofEpochMilli(Bucket.of(clock.instant())).plus(Bucket.LENGTH);
        detectors.look(board, now).forEach(raise::raise);
    }

    /** A look that runs ends first; none begins after, when the database is gone. */
    synchronized void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }
}
