package kefu.model.event;

import java.time.Instant;
import java.util.List;
import kefu.model.Require;

/** Products were shown.
 *
 * @param customerId null for somebody unknown
 * @param conversationId null outside a conversation
 */
public record ProductsRecommended(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        String recommendationId,
        String customerId,
        String conversationId,
        List<Shown> items)
        implements Event {
    static final String TYPE = "kefu.products.recommended.v1";

    public ProductsRecommended {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(recommendationId, "recommendationId");
        items = Require.list(items);
    }

    /**
     * One shown product.
     *
     * @param rank 1 for the first
     * @param source which candidates it came from ({@code together, content, history, popular, explore})
     * @param propensity the probability with which it was shown at this rank, for counterfactual evaluation
     */
    public record Shown(String productId, int rank, double score, String source, double propensity) {}

    @Override
    public String key() {
        return customerId == null ? recommendationId : customerId;
    }

    @Override
    public String topic() {
        return Topics.RECOMMENDATIONS;
    }
}
