package kefu.recommendation.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A product as it is kept: its JSON, and how often it changed. */
@Entity
@Table(name = "product")
class ProductRow {
    @Id
    String id;

    int version;

    Instant since;

    String data;
}
