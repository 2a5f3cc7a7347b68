package kefu.profiling.interaction;

import kefu.chassis.privacy.Masking;
import kefu.model.shop.Interaction;
import kefu.model.shop.Review;

/** An interaction as others may see it: personal data in its words is masked. */
final class MaskedWords {
    private MaskedWords() {}

    static Interaction of(Interaction interaction) {
        var review = interaction.review();
        var media = interaction.media();
        return new Interaction(
                interaction.customerId(),
                interaction.kind(),
                interaction.productId(),
                Masking.mask(interaction.query()),
                review == null ? null : of(review),
                media == null ? null : new Interaction.Media(media.kind(), Masking.mask(media.text())),
                interaction.at());
    }

    private static Review of(Review review) {
        return new Review(
                review.id(),
                review.productId(),
                review.customerId(),
                review.rating(),
                Masking.mask(review.text()),
                review.language(),
                review.at(),
                review.images());
    }
}
