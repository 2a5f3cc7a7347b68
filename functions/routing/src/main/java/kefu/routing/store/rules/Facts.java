package kefu.routing.store.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.model.shop.Customer;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.PaymentMethod;
import kefu.model.shop.Variant;
import kefu.routing.text.Money;

/**
 * All that the rules look at.
 *
 * @param past what was done to the order before, oldest first
 * @param deliveredAt where the shop told when
 */
public record Facts(
        ShopPolicy policy,
        Order order,
        Customer customer,
        Catalogue catalogue,
        List<Past> past,
        Optional<Instant> deliveredAt,
        Instant now) {

    LocalText say(Phrase phrase, Object... values) {
        return policy.wording().say(phrase, values);
    }

    Refusal refuse(Phrase rule, Object... values) {
        return new Refusal(policy, rule, values);
    }

    /** Refuses unless the order's status is one in which this is possible. */
    void checkStatus(String operation) {
        var statuses = policy.statuses().get(operation);
        if (statuses.allowed().contains(order.status())) return;
        var reason = Wording.fill(
                statuses.refusal(order.status()),
                Map.of("order", order.id(), "status", policy.statusName(order.status())));
        throw new Refusal(operation + ".status", reason, Optional.empty());
    }

    PaymentMethod method(String id) {
        return customer.paymentMethod(id).orElseThrow(() -> refuse(Phrase.METHOD_UNKNOWN));
    }

    /** Refuses where a gift card has less than this. */
    void checkBalance(PaymentMethod method, BigDecimal amount) {
        if (!method.isGiftCard() || Till.balance(method).compareTo(amount) >= 0) return;
        throw refuse(Phrase.GIFT_CARD_BALANCE, money(Till.balance(method)), money(amount));
    }

    String money(BigDecimal amount) {
        return Money.said(amount, order.currency());
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, policy.timeZone());
    }

    Stream<Past> past(String operation) {
        return past.stream().filter(p -> p.operation().equals(operation));
    }

    /** @return the item's name as the catalogue has it in each language, with its options */
    LocalText name(Order.Item item) {
        return named(item.productId(), item.name(), item.options());
    }

    LocalText name(Order.Item item, Variant variant) {
        return named(item.productId(), item.name(), variant.options());
    }

    private LocalText named(String productId, String name, Map<String, String> options) {
        var product = catalogue.product(productId);
        return Wording.inEach(language -> {
            var text = product.map(p -> p.name().in(language)).orElse(name);
            return options.isEmpty() ? text : text + " (" + policy.options().in(language, options) + ")";
        });
    }

    LocalText name(PaymentMethod method) {
        return switch (method.kind()) {
            case "gift_card" -> say(Phrase.GIFT_CARD);
            case "paypal" -> say(Phrase.PAYPAL);
            default ->
                say(
                        Phrase.CREDIT_CARD,
                        method.brand() == null ? "" : method.brand(),
                        method.lastFour() == null ? "····" : method.lastFour());
        };
    }

    /** @return what a refund to this method reads like */
    LocalText refundLine(Phrase phrase, String methodId, BigDecimal amount) {
        var method = customer.paymentMethod(methodId);
        var when = method.filter(PaymentMethod::isGiftCard).isPresent() ? Phrase.AT_ONCE : Phrase.LATER;
        var name = method.map(this::name).orElseGet(() -> say(Phrase.ORIGINAL_METHOD));
        return say(phrase, money(amount), name, say(when));
    }
}
