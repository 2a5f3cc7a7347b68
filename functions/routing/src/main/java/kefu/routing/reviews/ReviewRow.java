package kefu.routing.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A review as it was last written. */
@Entity
@Table(name = "review")
class ReviewRow {
    @Id
    String id;

    @Column(name = "product_id")
    String productId;

    /** Null once the customer is forgotten. */
    @Column(name = "customer_id")
    String customerId;

    int rating;
    String text;
    String language;
    Instant at;

    /** When the event that brought it happened: an older one never replaces a newer. */
    @Column(name = "recorded_at")
    Instant recordedAt;
}
