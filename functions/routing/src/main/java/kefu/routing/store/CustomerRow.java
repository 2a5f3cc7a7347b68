package kefu.routing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import kefu.model.shop.Customer;

/** A customer as stored: the record encrypted, beside it what it is found by. {@link Store} opens it. */
@Entity
@Table(name = "customer")
class CustomerRow {
    @Id
    String id;

    @Column(name = "email_hash")
    String emailHash;

    @Column(name = "zip_hash")
    String zipHash;

    @Column(name = "record")
    private byte[] sealed;

    @Transient
    private Customer record;

    @Version
    long version;

    @Column(name = "changed_at")
    Instant changedAt;

    Customer customer() {
        return record;
    }

    CustomerRow opened(ShopVault vault) {
        record = vault.open(sealed, "customer/" + id, Customer.class);
        return this;
    }

    void become(Customer customer, SearchKeys keys, ShopVault vault, Instant now) {
        id = customer.id();
        record = customer;
        sealed = vault.seal(id, "customer/" + id, customer);
        emailHash = keys.email(customer.email()).orElse(null);
        zipHash = customer.address() == null
                ? null
                : keys.zip(customer.address().zip()).orElse(null);
        changedAt = now;
    }
}
