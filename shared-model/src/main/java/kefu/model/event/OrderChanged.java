package kefu.model.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kefu.model.Require;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;

/** An order is new or different. Address and payment methods are left out: no consumer needs them.
 *
 * @param total of the items, in the currency
 * @param operation what changed it ({@code cancelOrder}); null for an import
 */
public record OrderChanged(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        String orderId,
        String customerId,
        OrderStatus status,
        Instant placedAt,
        BigDecimal total,
        String currency,
        List<Order.Item> items,
        String operation)
        implements Event {
    static final String TYPE = "kefu.order.changed.v1";

    public OrderChanged {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(orderId, "orderId");
        items = Require.list(items);
    }

    @Override
    public String key() {
        return orderId;
    }

    @Override
    public String topic() {
        return Topics.ORDERS;
    }
}
