package kefu.chassis.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import kefu.chassis.event.Wire;
import kefu.chassis.sql.Sql;
import kefu.model.Ids;
import kefu.model.event.Event;

/** Where a transaction leaves the events it made. */
@ApplicationScoped
public class Outbox {
    private final Sql sql;
    private final Wire wire;
    private final OutboxPublisher publisher;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    Outbox(
            Sql sql,
            Wire wire,
            OutboxPublisher publisher,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.sql = sql;
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
        leave(event.id(), event.topic(), event.key(), event.typeName(), event.occurredAt(), wire.write(event));
    }

    /**
     * Adds a tombstone to the transaction that runs: a compacted topic forgets what it holds under the key.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void forget(String topic, String key) {
        leave(Ids.next(), topic, key, "tombstone", clock.instant(), null);
    }

    /** Takes back events that have not left yet, in the transaction that runs. @return how many there were */
    public int withdraw(String topic, String key) {
        sql.sendWaiting();
        return sql.update("delete from outbox where topic = ? and record_key = ?", topic, key);
    }

    private void leave(String id, String topic, String key, String type, Instant occurredAt, String data) {
        sql.atCommit(
                """
                insert into outbox (event_id, topic, record_key, type, occurred_at, trace_parent, data)
                values (?, ?, ?, ?, ?, ?, ?)""",
                id,
                topic,
                key,
                type,
                occurredAt,
                traceParent(Span.current().getSpanContext()),
                data);
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
