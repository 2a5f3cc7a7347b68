package kefu.chassis.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event on its way, or, without data, a tombstone. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_seq")
    @SequenceGenerator(name = "outbox_seq", sequenceName = "outbox_seq", allocationSize = 1)
    Long seq;

    @Column(name = "event_id")
    String eventId;

    String topic;

    @Column(name = "record_key")
    String key;

    String type;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "trace_parent")
    String traceParent;

    String data;
}
