package kefu.chassis.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import kefu.chassis.event.Wire;
import kefu.model.Ids;
import kefu.model.event.Event;

/** Where a transaction leaves the events it made. */
@ApplicationScoped
public class Outbox {
    private final EntityManager entities;
    private final Wire wire;
    private final OutboxPublisher publisher;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    Outbox(
            EntityManager entities,
            Wire wire,
            OutboxPublisher publisher,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.entities = entities;
        this.wire = wire;
        this.publisher = publisher;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Adds an event to the transaction that runs; it leaves once that commits.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(Event event) {
        var row = new OutboxRow();
        row.eventId = event.id();
        row.topic = event.topic();
        row.key = event.key();
        row.type = event.typeName();
        row.occurredAt = event.occurredAt();
        row.data = wire.write(event);
        leave(row);
    }

    /**
     * Adds a tombstone to the transaction that runs: a compacted topic forgets what it holds under the key.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void forget(String topic, String key) {
        var row = new OutboxRow();
        row.eventId = Ids.next();
        row.topic = topic;
        row.key = key;
        row.type = "tombstone";
        row.occurredAt = clock.instant();
        leave(row);
    }

    /** Takes back events that have not left yet, in the transaction that runs. @return how many there were */
    public int withdraw(String topic, String key) {
        return entities.createQuery("delete from OutboxRow where topic = :topic and key = :key")
                .setParameter("topic", topic)
                .setParameter("key", key)
                .executeUpdate();
    }

    private void leave(OutboxRow row) {
        if (transactions.getTransactionKey() == null)
            throw new IllegalStateException("an event leaves with a transaction, and none is active");
        row.traceParent = traceParent(Span.current().getSpanContext());
        entities.persist(row);
        if (transactions.getResource(this) == null) {
            transactions.putResource(this, true);
            transactions.registerInterposedSynchronization(new WakePublisher());
        }
    }

    private static String traceParent(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private final class WakePublisher implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) publisher.wake();
        }
    }
}
