package kefu.routing.stream;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** A stream as server-sent events (WHATWG HTML, 9.2): {@code id} its number, {@code event} its kind, {@code data} its JSON. */
@ApplicationScoped
public class LiveStream {
    private static final Logger LOG = Logger.getLogger(LiveStream.class);
    private static final long RECONNECT_MILLIS = 1_000;

    private final EventLog log;
    private final Tails tails;
    private final StreamConfig config;
    private final ExecutorService threads;

    LiveStream(EventLog log, Tails tails, StreamConfig config, @VirtualThreads ExecutorService threads) {
        this.log = log;
        this.tails = tails;
        this.config = config;
        this.threads = threads;
    }

    /**
     * Events behind a number, those that are there and those that come, without loss or repeats, as fast as the other
     * side takes them. A failure ends the stream: the other side comes again with the last number it has.
     */
    public Multi<OutboundSseEvent> after(String stream, long seq, Sse sse) {
        return Multi.createFrom().deferred(() -> {
            var tail = new Tail(seq, config.heartbeat(), from -> log.after(stream, from, config.batch()));
            tails.add(stream, tail);
            return Multi.createBy()
                    .repeating()
                    .uni(() -> next(tail))
                    .until(_ -> tail.isClosed())
                    .map(event -> event.map(e -> sent(e, sse)).orElseGet(() -> heartbeat(sse)))
                    .onTermination()
                    .invoke(() -> tails.remove(stream, tail))
                    .onFailure()
                    .invoke(e -> LOG.warnf("Stream %s broke off: %s", stream, e.getMessage()))
                    .onFailure()
                    .recoverWithCompletion();
        });
    }

    /** @return the number of the stream's last event, from where a listener hears only what is new */
    public long last(String stream) {
        return log.last(stream);
    }

    private Uni<Optional<StreamEvent>> next(Tail tail) {
        return Uni.createFrom().item(() -> read(tail)).runSubscriptionOn(threads);
    }

    private static Optional<StreamEvent> read(Tail tail) {
        try {
            return tail.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tail.close();
            return Optional.empty();
        }
    }

    private static OutboundSseEvent sent(StreamEvent event, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(event.seq()))
                .name(event.kind())
                .mediaType(MediaType.TEXT_PLAIN_TYPE) // it is JSON already
                .data(String.class, event.data())
                .build();
    }

    private static OutboundSseEvent heartbeat(Sse sse) {
        return sse.newEventBuilder()
                .comment("")
                .reconnectDelay(RECONNECT_MILLIS)
                .build();
    }
}
