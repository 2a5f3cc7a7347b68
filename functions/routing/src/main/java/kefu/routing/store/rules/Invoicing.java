package kefu.routing.store.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.LocalText;
import kefu.routing.store.rules.StoreOperation.RequestInvoice;

/** An invoice over what was really paid. */
final class Invoicing {
    private Invoicing() {}

    static Verdict judge(RequestInvoice operation, Facts facts) {
        var invoices = facts.policy().invoices();
        var kind = Choice.named(invoices.kinds(), operation.kind())
                .orElseThrow(() -> facts.refuse(Phrase.INVOICE_KIND, Choice.labels(invoices.kinds())));
        boolean taxed = invoices.withTaxNumber().contains(kind.id());
        if (taxed
                && operation
                        .taxNumber()
                        .filter(number -> invoices.taxNumber().matcher(number).matches())
                        .isEmpty()) throw facts.refuse(Phrase.INVOICE_TAX_NUMBER);
        checkTimes(facts);
        var paid = new Till(facts.order(), facts.customer())
                .paid().stream().map(Till.Portion::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (paid.signum() == 0)
            throw facts.refuse(Phrase.NOTHING_PAID, facts.order().id());

        List<LocalText> lines = new ArrayList<>();
        lines.add(facts.say(Phrase.INVOICE, facts.order().id(), facts.money(paid), kind.label(), operation.title()));
        if (taxed) lines.add(facts.say(Phrase.TAX_NUMBER, operation.taxNumber().orElseThrow()));
        return new Verdict.Allowed(facts.order(), facts.customer(), lines);
    }

    static void checkTimes(Facts facts) {
        int times = facts.policy().invoices().times();
        if (facts.past("requestInvoice").count() >= times) throw facts.refuse(Phrase.INVOICE_OFTEN, times);
    }
}
