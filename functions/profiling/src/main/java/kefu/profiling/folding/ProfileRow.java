package kefu.profiling.folding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A profile as it is served, in JSON, and whether evidence came after it. */
@Entity
@Table(name = "profile")
class ProfileRow {
    @Id
    @Column(name = "customer_id")
    String customerId;

    String profile;

    long version;

    @Column(name = "last_seen")
    Instant lastSeen;

    @Column(name = "dirty_since")
    Instant dirtySince;
}
