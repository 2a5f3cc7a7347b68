package kefu.routing.reviews;

import java.util.List;
import java.util.Optional;
import kefu.model.Require;

/**
 * What the reviews of a product say.
 *
 * @param reviews how many there are
 * @param averageRating 1 to 5; 0 without reviews
 * @param tooFew whether there are too few to claim anything
 * @param aspects the most mentioned first
 */
public record Evidence(
        String productId, int reviews, double averageRating, boolean tooFew, List<AspectOpinion> aspects) {
    public Evidence {
        Require.text(productId, "productId");
        aspects = Require.list(aspects);
    }

    public Optional<AspectOpinion> aspect(String key) {
        return aspects.stream().filter(aspect -> aspect.aspect().equals(key)).findFirst();
    }
}
