package kefu.routing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import kefu.model.shop.Customer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A customer as stored. The one place that touches their record. */
@Entity
@Table(name = "customer")
class CustomerRow {
    @Id
    String id;

    @Column(name = "email_hash")
    String emailHash;

    @Column(name = "zip_hash")
    String zipHash;

    @JdbcTypeCode(SqlTypes.JSON)
    private Customer record;

    @Version
    long version;

    @Column(name = "changed_at")
    Instant changedAt;

    Customer customer() {
        return record;
    }

    void become(Customer customer, SearchKeys keys, Instant now) {
        id = customer.id();
        record = customer;
        emailHash = keys.email(customer.email()).orElse(null);
        zipHash = customer.address() == null
                ? null
                : keys.zip(customer.address().zip()).orElse(null);
        changedAt = now;
    }
}
