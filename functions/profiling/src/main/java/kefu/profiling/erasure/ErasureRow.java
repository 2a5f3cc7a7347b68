package kefu.profiling.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a customer asked to be forgotten. The one thing that is kept of them: it proves the erasure. */
@Entity
@Table(name = "erasure")
class ErasureRow {
    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "requested_at")
    Instant requestedAt;
}
