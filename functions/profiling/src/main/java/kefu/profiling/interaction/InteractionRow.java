package kefu.profiling.interaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An interaction as it is kept: all but whose and when is encrypted. */
@Entity
@Table(name = "interaction")
class InteractionRow {
    @Id
    @Column(name = "event_id")
    String eventId;

    @Column(name = "customer_id")
    String customerId;

    String source;

    @Column(name = "given_id")
    String givenId;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    byte[] content;
}
