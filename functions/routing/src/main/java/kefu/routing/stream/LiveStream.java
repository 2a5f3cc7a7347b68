package kefu.routing.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** A stream as server-sent events (WHATWG HTML, 9.2): {@code id} its number, {@code event} its kind, {@code data} its JSON. */
@ApplicationScoped
public class LiveStream {
    private static final Logger LOG = Logger.getLogger(LiveStream.class);
    private static final long RECONNECT_MILLIS = 1_000;

    private final EventLog log;
    private final Tails tails;
    private final StreamConfig config;
    private final Executor reading = Infrastructure.getDefaultWorkerPool();

    LiveStream(EventLog log, Tails tails, StreamConfig config) {
        this.log = log;
        this.tails = tails;
        this.config = config;
    }

    /**
     * Events behind a number, those that are there and those that come, without loss or repeats, as fast as the other
     * side takes them. A failure ends the stream: the other side comes again with the last number it has.
     */
    public Multi<OutboundSseEvent> after(String stream, long seq, Sse sse) {
        return Multi.createFrom().deferred(() -> {
            var tail = new Tail(seq, config.heartbeat(), from -> log.after(stream, from, config.batch()), reading);
            tails.add(stream, tail);
            return Multi.createBy()
                    .repeating()
                    .completionStage(tail::next)
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
