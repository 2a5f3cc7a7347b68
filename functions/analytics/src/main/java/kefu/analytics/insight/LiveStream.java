package kefu.analytics.insight;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** The feed as server-sent events. A reader pulls at its own pace from what is kept: a slow one holds nothing up. */
@Singleton
class LiveStream {
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Feed feed;

    LiveStream(Feed feed) {
        this.feed = feed;
    }

    /** @param lastEventId null for none @param lifetime after which it ends: that of the caller's token */
    Multi<OutboundSseEvent> of(Window window, String lastEventId, Duration lifetime, Sse sse) {
        return Multi.createFrom().deferred(() -> {
            var cursor = new Cursor(window, lastEventId, sse);
            var summaries = Multi.createFrom()
                    .ticks()
                    .every(PACE)
                    .onOverflow()
                    .drop()
                    .onItem()
                    .transformToIterable(_ -> cursor.next());
            var alive = Multi.createFrom()
                    .ticks()
                    .startingAfter(SIGN_OF_LIFE)
                    .every(SIGN_OF_LIFE)
                    .onOverflow()
                    .drop()
                    .map(_ -> sse.newEventBuilder().comment("alive").build());
            return Multi.createBy().merging().streams(summaries, alive).select().first(lifetime);
        });
    }

    /** Where a reader is. */
    private final class Cursor {
        private final Window window;
        private final Sse sse;
        private String last;

        Cursor(Window window, String last, Sse sse) {
            this.window = window;
            this.last = last;
            this.sse = sse;
        }

        java.util.List<OutboundSseEvent> next() {
            var snapshots = feed.after(window, last);
            if (!snapshots.isEmpty()) last = snapshots.getLast().id();
            return snapshots.stream().map(this::event).toList();
        }

        private OutboundSseEvent event(Snapshots.Snapshot snapshot) {
            return sse.newEventBuilder()
                    .id(snapshot.id())
                    .name("summary")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(Summary.class, snapshot.summary())
                    .build();
        }
    }
}
