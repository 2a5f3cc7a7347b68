package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Product;
import kefu.model.understanding.Intent;
import kefu.routing.dialogue.slot.SlotKinds;
import kefu.routing.pack.Flow.Step;
import kefu.routing.pack.IntentRule.Handling;
import kefu.routing.store.Store;

/** Whether what was said leaves what is asked or previewed for something else, and what stays meant then. */
@ApplicationScoped
class Interruption {
    /** Above it a new wish interrupts what was being asked. */
    static final double LIKELY = 0.55;
    /** Above it it does so even where what was said answers what was asked. */
    static final double SURE = 0.8;

    private static final Set<String> OF_AN_ORDER = Set.of("order", "items", "item");

    private final SlotKinds slots;
    private final Store store;

    Interruption(SlotKinds slots, Store store) {
        this.slots = slots;
        this.store = store;
    }

    /** @return whether something else is wanted than what is asked or previewed */
    boolean isWanted(Situation situation) {
        var handling = situation.rule().handling();
        if (handling instanceof Handling.Respond || situation.intent().equals(Intent.OUT_OF_SCOPE)) return false;
        boolean sameFlow = handling instanceof Handling.Follow(var flow) && isInProgress(flow, situation);
        return !sameFlow && situation.confidence() >= LIKELY;
    }

    /**
     * "Cancel order #W1", where a number was asked for to say how that order is; "cancel all of it", where an address was
     * asked for and none was given. A button means what it is for, whatever stands beside it.
     */
    boolean isWanted(Situation situation, FlowRunner.Advance advance) {
        var asked = situation.state().asked();
        if (asked == null || situation.heard().answerTo(asked).isPresent()) return false;
        if (!isWanted(situation) || situation.confidence() < SURE) return false;
        return switch (situation.rule().handling()) {
            case Handling.Follow(var flow) ->
                aValueWasAskedFor(situation) && situation.heard().saysMoreThanValues()
                        || !advance.answered()
                                && asks(situation, flow)
                                        .noneMatch(ask -> ask.slot().equals(asked));
            case Handling.Answer _ -> !advance.answered();
            default -> false;
        };
    }

    /** "Change it to white" is an exchange where the order has arrived. */
    private boolean isInProgress(String flow, Situation situation) {
        var state = situation.state();
        return flow.equals(state.flow())
                || Optional.ofNullable(state.slots().get("order"))
                        .flatMap(store::order)
                        .map(order -> situation
                                .pack()
                                .flow(flow)
                                .orElseThrow()
                                .instead()
                                .get(order.status().json()))
                        .filter(instead -> instead.equals(state.flow()))
                        .isPresent();
    }

    /** @return whether a value that stands for itself is asked for, an address or a number */
    boolean aValueWasAskedFor(Situation situation) {
        var asked = situation.pack().slot(situation.state().asked());
        return asked != null && slots.of(asked.kind()).isValue();
    }

    /** The order and the items stay meant where somebody changes from one task about them to another: return, no, exchange. */
    Map<String, String> carriedOver(Situation situation, String next) {
        var known = situation.state().slots();
        var before = asks(situation, situation.state().flow()).toList();
        var named = store.productsNamed(situation.heard().text()).stream()
                .map(Product::id)
                .toList();
        // Who names something else means that, and may mean another order.
        if (!named.isEmpty() && !isIn(known, named)) return Map.of();
        return asks(situation, next)
                .filter(ask -> named.isEmpty()
                        || situation.pack().slot(ask.slot()).kind().equals("order"))
                .filter(ask ->
                        OF_AN_ORDER.contains(situation.pack().slot(ask.slot()).kind()))
                .filter(ask -> known.containsKey(ask.slot())
                        && before.stream()
                                .anyMatch(b -> b.slot().equals(ask.slot())
                                        && b.statuses().equals(ask.statuses())))
                .collect(Collectors.toMap(Step.Ask::slot, ask -> known.get(ask.slot())));
    }

    /** @return whether one of the products is in the order that is known */
    private boolean isIn(Map<String, String> known, List<String> products) {
        return Optional.ofNullable(known.get("order")).flatMap(store::order).stream()
                .flatMap(order -> order.items().stream())
                .anyMatch(item -> products.contains(item.productId()));
    }

    private static Stream<Step.Ask> asks(Situation situation, String flow) {
        return situation.pack().flow(flow).orElseThrow().asks();
    }
}
