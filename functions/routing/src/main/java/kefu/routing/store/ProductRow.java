package kefu.routing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import kefu.model.shop.Product;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The copy of a product; the catalogue itself is the recommendation function's. */
@Entity
@Table(name = "product")
class ProductRow {
    @Id
    String id;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Product record;

    @Version
    long version;

    @Column(name = "changed_at")
    Instant changedAt;
}
