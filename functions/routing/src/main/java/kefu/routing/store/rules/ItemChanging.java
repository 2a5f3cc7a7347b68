package kefu.routing.store.rules;

import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.LocalText;
import kefu.model.shop.OrderStatus;
import kefu.routing.store.rules.StoreOperation.ChangeOrderItems;

/**
 * Items become other variants of the same product, once per order and all together. A variant may stay what it is. The
 * difference is charged or refunded now, so that payments less refunds are always the order's total.
 */
final class ItemChanging {
    private ItemChanging() {}

    static Verdict judge(ChangeOrderItems operation, Facts facts) {
        var swaps = Swap.of(operation.changes(), facts);
        var method = facts.method(operation.paymentMethodId());
        var difference = Swap.difference(swaps);
        var order = facts.order()
                .withItems(Swap.applied(swaps, facts.order()))
                .withStatus(OrderStatus.PENDING_ITEMS_MODIFIED);
        var till = new Till(order, facts.customer());

        List<LocalText> lines = new ArrayList<>();
        for (var swap : swaps)
            lines.add(facts.say(
                    Phrase.ITEM_CHANGED,
                    facts.name(swap.item()),
                    facts.money(swap.item().price()),
                    facts.name(swap.item(), swap.variant()),
                    facts.money(swap.variant().price())));
        switch (difference.signum()) {
            case 1 -> {
                facts.checkBalance(method, difference);
                till = till.charge(method.id(), difference);
                lines.add(facts.say(Phrase.CHARGE, facts.money(difference), facts.name(method)));
            }
            case -1 -> {
                till = till.refund(method.id(), difference.negate());
                lines.add(facts.refundLine(Phrase.REFUND, method.id(), difference.negate()));
            }
            default -> lines.add(facts.say(Phrase.NO_DIFFERENCE));
        }
        lines.add(facts.say(Phrase.ITEMS_ONCE));
        return new Verdict.Allowed(till.order(), till.customer(), lines);
    }
}
