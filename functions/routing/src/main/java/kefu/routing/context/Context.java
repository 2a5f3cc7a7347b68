package kefu.routing.context;

import java.util.List;
import kefu.model.Require;
import kefu.model.turn.TurnContext;
import kefu.model.turn.TurnRequest.PageContext;

/**
 * What the conversation is about after a turn.
 *
 * @param page where the customer is in the storefront; null when it never said
 * @param intents what was wanted so far, the latest last, at most eight
 * @param productId the product talked about; null for none
 * @param orderId the order talked about; null for none
 * @param mentioned products the conversation has touched, the latest last, at most eight
 * @param urgency in [0, 1]: how much it hurries
 * @param frustration in [0, 1]: anger and disappointment, decaying from turn to turn
 */
public record Context(
        PageContext page,
        List<String> intents,
        String productId,
        String orderId,
        List<String> mentioned,
        double urgency,
        double frustration) {
    public static final Context EMPTY = new Context(null, List.of(), null, null, List.of(), 0, 0);

    public Context {
        intents = Require.list(intents);
        mentioned = Require.list(mentioned);
        Require.within(urgency, 0, 1, "urgency");
        Require.within(frustration, 0, 1, "frustration");
    }

    /** @return the intent that is being served; null before the first */
    public String intent() {
        return intents.isEmpty() ? null : intents.getLast();
    }

    /** @return the same as the storefront sees it */
    public TurnContext seen(String flow) {
        return new TurnContext(intent(), flow, productId, orderId, Math.round(urgency * 100) / 100.0);
    }

    public Context withOrder(String id) {
        return new Context(page, intents, productId, id, mentioned, urgency, frustration);
    }

    public Context on(PageContext now) {
        return new Context(
                now,
                intents,
                now.productId() == null ? productId : now.productId(),
                now.orderId() == null ? orderId : now.orderId(),
                mentioned,
                urgency,
                frustration);
    }
}
