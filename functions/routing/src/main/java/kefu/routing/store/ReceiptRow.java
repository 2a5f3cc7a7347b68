package kefu.routing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A receipt as stored. */
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

    @JdbcTypeCode(SqlTypes.JSON)
    Receipt record;
}
