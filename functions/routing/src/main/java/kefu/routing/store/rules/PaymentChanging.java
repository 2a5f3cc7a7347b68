package kefu.routing.store.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.LocalText;
import kefu.routing.store.rules.StoreOperation.ChangeOrderPayment;

/** An order is paid by another method: it is charged what the others paid, and they get it back. */
final class PaymentChanging {
    private PaymentChanging() {}

    static Verdict judge(ChangeOrderPayment operation, Facts facts) {
        var method = facts.method(operation.paymentMethodId());
        var before = new Till(facts.order(), facts.customer());
        if (before.paid().isEmpty())
            throw facts.refuse(Phrase.NOTHING_PAID, facts.order().id());
        var others = before.paid().stream()
                .filter(portion -> !portion.methodId().equals(method.id()))
                .toList();
        if (others.isEmpty()) throw facts.refuse(Phrase.METHOD_SAME, facts.name(method));
        var amount = others.stream().map(Till.Portion::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        facts.checkBalance(method, amount);
        var after = before.charge(method.id(), amount).refund(others);

        List<LocalText> lines = new ArrayList<>();
        lines.add(facts.say(Phrase.PAID_WITH, facts.order().id(), facts.money(amount), facts.name(method)));
        for (var portion : others) lines.add(facts.refundLine(Phrase.REFUND, portion.methodId(), portion.amount()));
        return new Verdict.Allowed(after.order(), after.customer(), lines);
    }
}
