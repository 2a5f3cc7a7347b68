package kefu.routing.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kefu.model.recommendation.RecommendedProduct;
import kefu.routing.peer.Refused;
import org.jboss.logging.Logger;

/** Asks what fits, whatever happens. */
@ApplicationScoped
public class Recommender {
    private static final Logger LOG = Logger.getLogger(Recommender.class);
    private static final int MOST = 4;

    private final RecommendationClient recommendation;

    Recommender(RecommendationClient recommendation) {
        this.recommendation = recommendation;
    }

    /** @param degraded whether recommendation could not be asked */
    public record Recommended(List<RecommendedProduct> products, boolean degraded) {
        public static final Recommended NONE = new Recommended(List.of(), false);
    }

    /** @param customerId, productId, query each null where there is none */
    public Recommended recommend(String customerId, String productId, String conversationId, String query) {
        try {
            return new Recommended(
                    recommendation
                            .recommend(customerId, productId, conversationId, query, MOST)
                            .items(),
                    false);
        } catch (RuntimeException e) {
            LOG.debugf("Recommendation is away: %s", e.getMessage());
            return new Recommended(List.of(), true);
        }
    }

    /** @return whether it answers; asked for products, since what it recommends counts as shown to somebody */
    public boolean isThere() {
        try {
            recommendation.products(1);
            return true;
        } catch (Refused answered) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
