package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import kefu.model.shop.Order;
import kefu.model.understanding.Entity;
import kefu.routing.dialogue.Situation;
import kefu.routing.dialogue.Wish;
import kefu.routing.pack.IntentRule;
import kefu.routing.pack.IntentRule.Handling;
import kefu.routing.store.Store;

/** Orders that are named beside the one a task is about: "cancel #W1 and #W2" wants the same of each, one after the other. */
@ApplicationScoped
class NamedOrders {
    private final Store store;

    NamedOrders(Store store) {
        this.store = store;
    }

    /** @return for each order but the first, what is wanted of it; empty where no task is begun or one order is named */
    List<Wish> beside(Situation situation) {
        return task(situation)
                .map(intent -> named(situation).stream()
                        .skip(1)
                        .map(order -> new Wish(
                                situation.heard().text(),
                                intent,
                                situation.context().productId(),
                                order))
                        .toList())
                .orElse(List.of());
    }

    /** @return the intent of a task that begins with what was said, or asked which order it is about */
    private static Optional<String> task(Situation situation) {
        var state = situation.state();
        if (state.inFlow() && "order".equals(state.asked()))
            return situation.pack().intents().values().stream()
                    .filter(rule -> rule.handling().equals(new Handling.Follow(state.flow())))
                    .map(IntentRule::name)
                    .findFirst();
        boolean begins = situation.rule().handling() instanceof Handling.Follow(var flow)
                && !flow.equals(state.flow())
                && situation.pack().flow(flow).orElseThrow().ask("order").isPresent();
        return begins ? Optional.of(situation.intent()) : Optional.empty();
    }

    private List<String> named(Situation situation) {
        return situation.heard().understanding().entities().stream()
                .filter(entity -> entity.type().equals("order_id"))
                .map(Entity::value)
                .flatMap(id -> store.order(id).stream())
                .filter(order -> situation
                        .customer()
                        .filter(customer -> !customer.id().equals(order.customerId()))
                        .isEmpty())
                .map(Order::id)
                .distinct()
                .toList();
    }
}
