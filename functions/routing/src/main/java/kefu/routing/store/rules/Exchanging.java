package kefu.routing.store.rules;

import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.LocalText;
import kefu.model.shop.OrderStatus;
import kefu.routing.store.rules.StoreOperation.ExchangeItems;

/** Items of a delivered order are exchanged, once and all together; the difference follows when they have arrived. */
final class Exchanging {
    private Exchanging() {}

    static Verdict judge(ExchangeItems operation, Facts facts) {
        Returning.checkInTime(facts);
        var swaps = Swap.of(operation.changes(), facts);
        var method = facts.method(operation.paymentMethodId());
        var difference = Swap.difference(swaps);

        List<LocalText> lines = new ArrayList<>();
        for (var swap : swaps)
            lines.add(facts.say(
                    Phrase.EXCHANGED,
                    facts.name(swap.item()),
                    facts.money(swap.item().price()),
                    facts.name(swap.item(), swap.variant()),
                    facts.money(swap.variant().price())));
        lines.add(facts.say(Phrase.SEND_BACK, facts.order().id()));
        switch (difference.signum()) {
            case 1 -> {
                facts.checkBalance(method, difference);
                lines.add(facts.say(Phrase.EXCHANGE_CHARGE, facts.money(difference), facts.name(method)));
            }
            case -1 -> lines.add(facts.refundLine(Phrase.EXCHANGE_REFUND, method.id(), difference.negate()));
            default -> lines.add(facts.say(Phrase.NO_DIFFERENCE));
        }
        lines.add(facts.say(Phrase.EXCHANGE_ONCE));
        return new Verdict.Allowed(facts.order().withStatus(OrderStatus.EXCHANGE_REQUESTED), facts.customer(), lines);
    }
}
