package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kefu.model.turn.Source;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.Store;
import kefu.routing.text.Money;

/** What was refunded for the chosen order. */
@ApplicationScoped
class RefundEvidence implements Evidence {
    private final Store store;

    RefundEvidence(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "refund";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        return Optional.ofNullable(situation.state().slots().get("order"))
                .flatMap(store::order)
                .map(order -> {
                    var refunds = order.payments().stream()
                            .filter(p -> p.kind().equals("refund"))
                            .map(p -> Money.said(p.amount(), order.currency()))
                            .collect(Collectors.joining(", "));
                    var text = refunds.isEmpty()
                            ? situation.say(
                                    "order.noRefunds",
                                    Map.of(
                                            "id", order.id(),
                                            "status",
                                                    situation.say("status."
                                                            + order.status().json())))
                            : situation.say("order.refunds", Map.of("id", order.id(), "refunds", refunds));
                    return new Finding(text, List.of(new Source("order", order.id(), null, null)));
                });
    }
}
