package kefu.routing.store.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.model.shop.PaymentMethod;
import kefu.routing.store.rules.StoreOperation.ReturnItems;

/** Items of a delivered order come back; the money follows when they have arrived, so none moves now. */
final class Returning {
    private Returning() {}

    static Verdict judge(ReturnItems operation, Facts facts) {
        checkInTime(facts);
        if (operation.variantIds().isEmpty()) throw facts.refuse(Phrase.ITEMS_NONE);
        var items = Swap.positions(operation.variantIds(), facts).stream()
                .map(facts.order().items()::get)
                .toList();
        var method = facts.method(operation.paymentMethodId());
        if (!method.isGiftCard() && !hasPaid(method, facts)) throw facts.refuse(Phrase.METHOD_NOT_ALLOWED);

        List<LocalText> lines = new ArrayList<>();
        for (var item : items) lines.add(facts.say(Phrase.RETURNED, facts.name(item), facts.money(item.price())));
        var sum = items.stream().map(Order.Item::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        lines.add(facts.say(Phrase.SEND_BACK, facts.order().id()));
        lines.add(facts.refundLine(Phrase.RETURN_REFUND, method.id(), sum));
        return new Verdict.Allowed(facts.order().withStatus(OrderStatus.RETURN_REQUESTED), facts.customer(), lines);
    }

    static void checkInTime(Facts facts) {
        int days = facts.policy().days().toReturn();
        if (facts.deliveredAt()
                .filter(at -> at.plus(Duration.ofDays(days)).isBefore(facts.now()))
                .isPresent()) throw facts.refuse(Phrase.RETURN_LATE, days);
    }

    private static boolean hasPaid(PaymentMethod method, Facts facts) {
        return new Till(facts.order(), facts.customer())
                .paid().stream().anyMatch(portion -> portion.methodId().equals(method.id()));
    }
}
