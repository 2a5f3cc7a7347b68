package kefu.analytics.insight;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The live summaries: one whenever a window says something new, at most one a second. */
@Singleton
class Feed {
    private final Insights insights;
    private final Map<Window, Snapshots> snapshots = new EnumMap<>(Window.class);

    Feed(Insights insights, Clock clock) {
        this.insights = insights;
        var start = Long.toString(clock.millis(), Character.MAX_RADIX);
        for (var window : Window.values()) snapshots.put(window, new Snapshots(start + "." + window.json()));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        for (var window : Window.values()) snapshots.get(window).add(insights.summary(window));
    }

    List<Snapshots.Snapshot> after(Window window, String id) {
        return snapshots.get(window).after(id);
    }
}
