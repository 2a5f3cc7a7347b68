package kefu.routing.store.rules;

import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.LocalText;
import kefu.model.shop.OrderStatus;
import kefu.routing.store.rules.StoreOperation.CancelOrder;

/** An order is cancelled as a whole, for a reason the policy knows; each method gets back what it paid. */
final class Cancelling {
    private Cancelling() {}

    static Verdict judge(CancelOrder operation, Facts facts) {
        var policy = facts.policy();
        var reason = Choice.named(policy.cancelReasons(), operation.reason())
                .orElseThrow(() -> facts.refuse(Phrase.REASON_NEEDED, Choice.labels(policy.cancelReasons())));
        var before = new Till(facts.order(), facts.customer());
        var after = before.refund(before.paid());

        List<LocalText> lines = new ArrayList<>();
        var items = Wording.list(facts.order().items().stream().map(facts::name).toList());
        lines.add(facts.say(Phrase.CANCELLED, facts.order().id(), items));
        lines.add(facts.say(Phrase.REASON, reason.label()));
        for (var portion : before.paid())
            lines.add(facts.refundLine(Phrase.REFUND, portion.methodId(), portion.amount()));
        return new Verdict.Allowed(after.order().withStatus(OrderStatus.CANCELLED), after.customer(), lines);
    }
}
