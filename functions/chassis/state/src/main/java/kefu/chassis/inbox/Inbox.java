package kefu.chassis.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import kefu.chassis.event.UnreadableEvent;
import kefu.chassis.event.Wire;
import kefu.chassis.problem.TransientFailure;
import kefu.chassis.sql.Sql;
import kefu.model.event.Event;
import org.jboss.logging.Logger;

/** Reads events off Kafka, each with its effect exactly once. */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Sql sql;
    private final Wire wire;
    private final Clock clock;

    Inbox(Sql sql, Wire wire, Clock clock) {
        this.sql = sql;
        this.wire = wire;
        this.clock = clock;
    }

    /** As {@link #effectOnce}, for a consumer that every event of its topics concerns. */
    public void once(byte[] data, String consumer, Consumer<Event> apply) {
        effectOnce(data, consumer, event -> Optional.of(() -> apply.accept(event)));
    }

    /**
     * Reads an event and runs its effect in one transaction with the note that it was seen. While the database is away it
     * waits and tries again: nothing is lost, nothing is skipped.
     *
     * @param data the record's value; null (a tombstone) does nothing
     * @param consumer a stable name, so that two consumers of one topic do not take events from each other
     * @param effectOf what the event does, by the event alone; empty for one that does not concern the consumer, which then
     *     costs no transaction and leaves no note
     * @throws UnreadableEvent or what {@code effectOf} or the effect threw: the record then belongs to the dead-letter topic
     */
    public void effectOnce(byte[] data, String consumer, Function<Event, Optional<Runnable>> effectOf) {
        if (data == null) return;
        var event = wire.read(data);
        effectOf.apply(event).ifPresent(effect -> inOneTransaction(event.id(), consumer, effect));
    }

    private void inOneTransaction(String eventId, String consumer, Runnable effect) {
        long pause = 100;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (firstTime(eventId, consumer)) effect.run();
                });
                return;
            } catch (RuntimeException e) {
                if (!TransientFailure.is(e)) throw e;
                LOG.warnf("%s waits for the database: %s", consumer, e.getMessage());
                pause = rest(pause);
            }
        }
    }

    private boolean firstTime(String eventId, String consumer) {
        return sql.update(
                        "insert into inbox (event_id, consumer, seen_at) values (?, ?, ?) on conflict do nothing",
                        eventId,
                        consumer,
                        clock.instant())
                == 1;
    }

    private static long rest(long pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
        return Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
}
