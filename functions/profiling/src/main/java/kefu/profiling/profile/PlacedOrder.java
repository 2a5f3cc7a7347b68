package kefu.profiling.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kefu.model.Require;
import kefu.model.shop.OrderStatus;

/**
 * What the profile needs of an order. Of two states of one order the later one counts, whichever arrives first.
 *
 * @param total of the items, in the currency; null when unknown
 * @param productIds a product for each piece
 * @param changedAt when it came into this state
 * @param changeId of the event that said so: decides between two changes at the same instant
 */
public record PlacedOrder(
        String orderId,
        OrderStatus status,
        Instant placedAt,
        BigDecimal total,
        String currency,
        List<String> productIds,
        Instant changedAt,
        String changeId) {
    public PlacedOrder {
        Require.text(orderId, "orderId");
        Require.present(placedAt, "placedAt");
        Require.present(changedAt, "changedAt");
        Require.text(changeId, "changeId");
        productIds = Require.list(productIds);
    }

    public boolean cancelled() {
        return status == OrderStatus.CANCELLED;
    }

    public PlacedOrder later(PlacedOrder other) {
        int order = changedAt.compareTo(other.changedAt);
        if (order == 0) order = changeId.compareTo(other.changeId);
        return order >= 0 ? this : other;
    }
}
