package kefu.analytics.insight;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kefu.analytics.tally.Bucket;

/** Reads the board. */
@Singleton
class Insights {
    private final Board board;
    private final InsightConfig costs;
    private final Clock clock;

    Insights(Board board, InsightConfig costs, Clock clock) {
        this.board = board;
        this.costs = costs;
        this.clock = clock;
    }

    Summary summary(Window window) {
        var end = Instant.ofEpochMilli(Bucket.of(clock.instant())).plus(Bucket.LENGTH);
        return Summary.of(window, board.between(end.minus(window.length()), end), end);
    }

    Series series(Metric metric, Window window) {
        return Series.of(metric, window, board, clock.instant());
    }

    List<Improvement> improvements(Window window) {
        return Improvement.of(board.window(window.length()), costs::of);
    }
}
