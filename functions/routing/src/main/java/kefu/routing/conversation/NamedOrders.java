package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kefu.model.shop.Order;
import kefu.routing.dialogue.Decision;
import kefu.routing.dialogue.Move;
import kefu.routing.dialogue.Situation;
import kefu.routing.dialogue.Wish;
import kefu.routing.pack.IntentRule;
import kefu.routing.pack.IntentRule.Handling;
import kefu.routing.store.Store;

/** Orders that are named beside the one a task is about: "cancel #W1 and #W2" wants the same of each, one after the other. */
@ApplicationScoped
class NamedOrders {
    private static final Pattern NO_POSTCODE = Pattern.compile("#?[A-Za-z]+\\d{4,}");

    private final Store store;

    NamedOrders(Store store) {
        this.store = store;
    }

    /**
     * @param move what was decided about the order that the task took
     * @return for each other order that is named, what is wanted of it; empty where no task about one of them was begun
     */
    List<Wish> beside(Situation situation, Move move) {
        var named = named(situation);
        var taken = situation.customer().isPresent()
                ? Optional.ofNullable(move.context().orderId())
                : named.keySet().stream().findFirst();
        if (named.size() < 2 || taken.filter(named::containsKey).isEmpty()) return List.of();
        return task(situation, move)
                .map(intent -> named.entrySet().stream()
                        .filter(order -> !order.getKey().equals(taken.get()))
                        .map(order -> new Wish(
                                situation.heard().text(),
                                intent,
                                situation.context().productId(),
                                order.getValue()))
                        .filter(wish -> !situation.state().waiting().contains(wish))
                        .toList())
                .orElse(List.of());
    }

    /** @return the intent of a task that began with what was said, or asked which order it is about */
    private static Optional<String> task(Situation situation, Move move) {
        var before = situation.state();
        if (move.decision().last() instanceof Decision.Clarify) return Optional.empty();
        boolean another = situation.rule().handling() instanceof Handling.Follow(var flow)
                && !flow.equals(before.flow())
                && situation.pack().flow(flow).orElseThrow().ask("order").isPresent()
                && !(before.inFlow() && before.flow().equals(move.state().flow()));
        boolean sure = before.asked() == null || situation.confidence() >= Hearing.A_WISH;
        if (another && sure) return Optional.of(situation.intent());
        return before.inFlow() && "order".equals(before.asked())
                ? situation.pack().intents().values().stream()
                        .filter(rule -> rule.handling().equals(new Handling.Follow(before.flow())))
                        .map(IntentRule::name)
                        .findFirst()
                : Optional.empty();
    }

    /** @return numbers of orders as they were named, by the shop's own */
    private Map<String, String> named(Situation situation) {
        var named = new LinkedHashMap<String, String>();
        for (var entity : situation.heard().understanding().entities())
            if (entity.type().equals("order_id"))
                order(entity.value(), situation).ifPresent(order -> named.putIfAbsent(order, entity.value()));
        return named;
    }

    /** Nobody is told which orders there are before it is known whose they are. */
    private Optional<String> order(String number, Situation situation) {
        var customer = situation.customer();
        if (customer.isEmpty())
            return Optional.of(number).filter(id -> NO_POSTCODE.matcher(id).matches());
        return store.order(number)
                .filter(order -> order.customerId().equals(customer.get().id()))
                .map(Order::id);
    }
}
