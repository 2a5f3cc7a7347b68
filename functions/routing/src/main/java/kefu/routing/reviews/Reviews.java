package kefu.routing.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import kefu.chassis.privacy.Masking;
import kefu.model.shop.Review;
import kefu.routing.erasure.Eraser;
import kefu.routing.reviews.opinion.OpinionReader;

/** Keeps the reviews and what they praise and blame. */
@ApplicationScoped
public class Reviews implements Eraser {
    private final EntityManager entities;
    private final OpinionReader reader;

    Reviews(EntityManager entities, OpinionReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /**
     * Takes in a review, in place of what it said before.
     *
     * @param customerId who wrote it
     * @param recordedAt when the event happened; an older one than that of the review there is changes nothing
     */
    @Transactional
    void record(Review review, String customerId, Instant recordedAt) {
        var row = entities.find(ReviewRow.class, review.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.recordedAt.isAfter(recordedAt)) return;
        boolean isNew = row == null;
        if (isNew) row = new ReviewRow();
        row.id = review.id();
        row.productId = review.productId();
        row.customerId = customerId;
        row.rating = review.rating();
        row.text = Masking.mask(review.text());
        row.language = language(review);
        row.at = review.at() == null ? recordedAt : review.at();
        row.recordedAt = recordedAt;
        if (isNew) entities.persist(row);
        else
            entities.createQuery("delete from ReviewAspectRow where reviewId = :id")
                    .setParameter("id", row.id)
                    .executeUpdate();
        for (var opinion : reader.read(row.text, row.rating)) {
            var aspect = new ReviewAspectRow();
            aspect.reviewId = row.id;
            aspect.productId = row.productId;
            aspect.aspect = opinion.aspect();
            aspect.polarity = (short) opinion.polarity();
            aspect.quote = opinion.quote();
            entities.persist(aspect);
        }
    }

    /** Takes a customer's name off their reviews; what they say stays. @return how many there were */
    @Transactional
    public int forget(String customerId) {
        return entities.createQuery("update ReviewRow set customerId = null where customerId = :id")
                .setParameter("id", customerId)
                .executeUpdate();
    }

    @Override
    public int erase(String customerId) {
        return forget(customerId);
    }

    private static String language(Review review) {
        if (review.language() != null && !review.language().isBlank()) return review.language();
        return review.text().codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en";
    }
}
