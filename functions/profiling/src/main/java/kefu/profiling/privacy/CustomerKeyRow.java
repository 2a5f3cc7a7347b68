package kefu.profiling.privacy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A customer's key, encrypted under the master key. */
@Entity
@Table(name = "customer_key")
class CustomerKeyRow {
    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "wrapped_key")
    byte[] wrappedKey;
}
