package kefu.routing.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * A listener's place in a stream. One reads, asking for the next when it has the last; any thread may wake or close it.
 * Nobody's thread waits: thousands may listen.
 */
final class Tail {
    private static final CompletableFuture<Optional<StreamEvent>> NOTHING =
            CompletableFuture.completedFuture(Optional.empty());

    private final LongFunction<List<StreamEvent>> after;
    private final Executor reading;
    private final Duration heartbeat;
    private final Queue<StreamEvent> ready = new ArrayDeque<>();
    private volatile CompletableFuture<Void> wakeUp = new CompletableFuture<>();
    private volatile long position;
    private volatile boolean closed;
    private boolean greeted;

    /**
     * @param after reads the next events behind a number; empty when there are none yet
     * @param reading where it does
     */
    Tail(long position, Duration heartbeat, LongFunction<List<StreamEvent>> after, Executor reading) {
        this.position = position;
        this.heartbeat = heartbeat;
        this.after = after;
        this.reading = reading;
    }

    /**
     * @return the next event, once it is there; empty when there was none for as long as a heartbeat, when the tail was
     *     closed, and at the very first: so that the other side sees at once that the stream is open
     */
    CompletableFuture<Optional<StreamEvent>> next() {
        if (!greeted) {
            greeted = true;
            return NOTHING;
        }
        if (closed) return NOTHING;
        if (!ready.isEmpty()) return CompletableFuture.completedFuture(Optional.of(ready.remove()));
        return CompletableFuture.runAsync(this::read, reading).thenCompose(_ -> ready.isEmpty() ? later() : next());
    }

    private CompletableFuture<Optional<StreamEvent>> later() {
        // Closed while it was read, before the wake-ups of then were forgotten.
        if (closed) return NOTHING;
        return wakeUp.thenApply(_ -> true)
                .completeOnTimeout(false, heartbeat.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(woken -> woken ? next() : NOTHING);
    }

    /** Forgets wake-ups before it looks: one that comes while it looks makes it look again. */
    private void read() {
        wakeUp = new CompletableFuture<>();
        var events = after.apply(position);
        if (events.isEmpty()) return;
        ready.addAll(events);
        position = events.getLast().seq();
    }

    /** It is worth looking. */
    void wake() {
        wakeUp.complete(null);
    }

    /** @return whether events up to this number leave something to read */
    boolean isBehind(long last) {
        return position < last;
    }

    void close() {
        closed = true;
        wake();
    }

    boolean isClosed() {
        return closed;
    }
}
