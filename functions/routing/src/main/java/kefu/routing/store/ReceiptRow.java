package kefu.routing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;

/** A receipt as stored: the record encrypted under the customer's key. */
@Entity
@Table(name = "receipt")
class ReceiptRow {
    @Id
    String id;

    Instant at;
    String subject;

    @Column(name = "customer_id")
    String customerId;

    String operation;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Column(name = "record")
    private byte[] sealed;

    @Transient
    private Receipt record;

    Receipt receipt() {
        return record;
    }

    ReceiptRow opened(ShopVault vault) {
        record = vault.open(sealed, "receipt/" + id, Receipt.class);
        return this;
    }

    /** After the id and the customer, whose key encrypts it. */
    void become(Receipt receipt, ShopVault vault) {
        record = receipt;
        sealed = vault.seal(customerId, "receipt/" + id, receipt);
    }
}
