package kefu.routing.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What a review says of an aspect. */
@Entity
@Table(name = "review_aspect")
@IdClass(ReviewAspectRow.Key.class)
class ReviewAspectRow {
    @Id
    @Column(name = "review_id")
    String reviewId;

    @Id
    String aspect;

    @Column(name = "product_id")
    String productId;

    short polarity;
    String quote;

    record Key(String reviewId, String aspect) {}
}
