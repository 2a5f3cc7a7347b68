package kefu.routing.store;

import java.util.List;
import kefu.model.shop.Order;

/** What is left of a customer who was forgotten: sums and goods, nobody's. */
final class Erased {
    static final String ID = "erased";

    private Erased() {}

    static Order order(Order order) {
        return new Order(
                order.id(),
                ID,
                order.status(),
                order.placedAt(),
                order.currency(),
                null,
                order.items(),
                order.payments().stream()
                        .map(p -> new Order.Payment(p.kind(), p.amount(), null))
                        .toList(),
                order.fulfilments().stream()
                        .map(f -> new Order.Fulfilment(List.of(), f.variantIds()))
                        .toList());
    }

    static Receipt.State state(Receipt.State state) {
        if (state == null) return null;
        return new Receipt.State(state.order() == null ? null : order(state.order()), null, List.of());
    }
}
