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
 * @param offered products that were shown last, as they were: "the second one" is one of them
 * @param urgency in [0, 1]: how much it hurries
 * @param frustration in [0, 1]: anger and disappointment, decaying from turn to turn
 */
public record Context(
        PageContext page,
        List<String> intents,
        String productId,
        String orderId,
        List<String> mentioned,
        List<String> offered,
        double urgency,
        double frustration) {
    public static final Context EMPTY = new Context(null, List.of(), null, null, List.of(), List.of(), 0, 0);

    public Context {
        intents = Require.list(intents);
        mentioned = Require.list(mentioned);
        offered = Require.list(offered);
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
        return new Context(page, intents, productId, id, mentioned, offered, urgency, frustration);
    }

    public Context withProduct(String id) {
        return new Context(page, intents, id, orderId, mentioned, offered, urgency, frustration);
    }

    /** @param products that are shown now; where none are, what was shown before stays in view */
    public Context offering(List<String> products) {
        return products.isEmpty()
                ? this
                : new Context(page, intents, productId, orderId, mentioned, products, urgency, frustration);
    }

    Context feeling(double urgencyNow, double frustrationNow) {
        return new Context(page, intents, productId, orderId, mentioned, offered, urgencyNow, frustrationNow);
    }

    /**
     * @param now where the customer is; null for as before
     * @param known whether the shop has the product of the page: one that it does not have is not the one of the page before
     */
    public Context on(PageContext now, boolean known) {
        if (now == null) return this;
        var looksAt = known ? now.productId() : null;
        boolean stays = now.productId() == null
                || !known && page != null && now.productId().equals(page.productId());
        return new Context(
                now,
                intents,
                stays ? productId : looksAt,
                now.orderId() == null ? orderId : now.orderId(),
                mentioned,
                offered,
                urgency,
                frustration);
    }
}
