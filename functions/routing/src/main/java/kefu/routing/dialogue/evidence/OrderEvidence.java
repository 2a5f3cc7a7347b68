package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kefu.model.shop.Order;
import kefu.model.turn.Source;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.Store;

/** Where the chosen order is. */
@ApplicationScoped
class OrderEvidence implements Evidence {
    private final Store store;

    OrderEvidence(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        return Optional.ofNullable(situation.state().slots().get("order"))
                .flatMap(store::order)
                .map(order -> new Finding(
                        situation.say(
                                "order.status",
                                Map.of(
                                        "id", order.id(),
                                        "status",
                                                situation.say("status."
                                                        + order.status().json()),
                                        "items", items(order, situation),
                                        "parcels", parcels(order, situation))),
                        List.of(new Source("order", order.id(), null, null))));
    }

    private String items(Order order, Situation situation) {
        return order.items().stream()
                .map(item -> store.product(item.productId())
                        .map(p -> p.name().in(situation.language()))
                        .orElse(item.name()))
                .collect(Collectors.joining(situation.language().equals("zh") ? "、" : ", "));
    }

    private static String parcels(Order order, Situation situation) {
        var ids = order.fulfilments().stream()
                .flatMap(f -> f.trackingIds().stream())
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : situation.say("order.tracking", Map.of("ids", ids));
    }
}
