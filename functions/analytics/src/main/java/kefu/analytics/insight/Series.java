package kefu.analytics.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kefu.analytics.tally.Bucket;

/**
 * How a metric went along a window.
 *
 * @param stepSeconds how much time a point stands for
 * @param points oldest first; the last is still being counted
 */
public record Series(String metric, String unit, Window window, long stepSeconds, List<Point> points) {
    /** @param at when it starts @param value null where there was nothing to read the metric off */
    public record Point(Instant at, Double value) {}

    static Series of(Metric metric, Window window, Board board, Instant now) {
        long step = window.step().toMillis();
        long end = Math.floorDiv(Bucket.of(now), step) * step + step;
        var points = new ArrayList<Point>();
        for (long at = end - window.length().toMillis(); at < end; at += step) {
            var from = Instant.ofEpochMilli(at);
            var value = metric.of(board.between(from, from.plus(window.step())));
            points.add(new Point(from, value.isPresent() ? Double.valueOf(value.getAsDouble()) : null));
        }
        return new Series(metric.json(), metric.unit(), window, window.step().toSeconds(), List.copyOf(points));
    }
}
