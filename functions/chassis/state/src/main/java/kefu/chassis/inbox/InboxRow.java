package kefu.chassis.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a consumer has seen an event. */
@Entity
@Table(name = "inbox")
@IdClass(InboxRow.Key.class)
class InboxRow {
    @Id
    @Column(name = "event_id")
    String eventId;

    @Id
    String consumer;

    @Column(name = "seen_at")
    Instant seenAt;

    record Key(String eventId, String consumer) {}
}
