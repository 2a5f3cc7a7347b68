package kefu.routing.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/** A listener's place in a stream. One thread reads; any thread may wake or close it. */
final class Tail {
    private final LongFunction<List<StreamEvent>> after;
    private final Duration heartbeat;
    private final Queue<StreamEvent> ready = new ArrayDeque<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile long position;
    private volatile boolean closed;
    private boolean greeted;

    /** @param after reads the next events behind a number; empty when there are none yet */
    Tail(long position, Duration heartbeat, LongFunction<List<StreamEvent>> after) {
        this.position = position;
        this.heartbeat = heartbeat;
        this.after = after;
    }

    /**
     * Waits for the next event.
     *
     * @return it, or empty when there was none for as long as a heartbeat, when the tail was closed, and at the very
     *     first: so that the other side sees at once that the stream is open
     */
    Optional<StreamEvent> next() throws InterruptedException {
        if (!greeted) {
            greeted = true;
            return Optional.empty();
        }
        while (!closed) {
            if (ready.isEmpty()) read();
            if (!ready.isEmpty()) return Optional.of(ready.remove());
            if (!wakeUps.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
        }
        return Optional.empty();
    }

    /** Forgets wake-ups before it looks: one that comes while it looks makes it look again. */
    private void read() {
        wakeUps.drainPermits();
        var events = after.apply(position);
        if (events.isEmpty()) return;
        ready.addAll(events);
        position = events.getLast().seq();
    }

    /** It is worth looking. */
    void wake() {
        wakeUps.release();
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
