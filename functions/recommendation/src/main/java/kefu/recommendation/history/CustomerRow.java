package kefu.recommendation.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A customer of whom something is remembered, or who was forgotten lately. */
@Entity
@Table(name = "customer")
class CustomerRow {
    @Id
    String id;

    /** JSON of {@link kefu.recommendation.model.behaviour.Taste}; null before the first profile. */
    String taste;

    /** What happened before this is not remembered again; null for somebody who was never forgotten. */
    @Column(name = "erased_at")
    Instant erasedAt;
}
