package kefu.routing.store.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.Variant;
import kefu.routing.store.rules.StoreOperation.RefundPriceDifference;

/** What has become cheaper since it was ordered costs what it costs now; each item once. */
final class PriceProtection {
    private PriceProtection() {}

    static Verdict judge(RefundPriceDifference operation, Facts facts) {
        int days = facts.policy().days().priceProtection();
        var placedAt = Optional.ofNullable(facts.order().placedAt());
        if (placedAt.filter(at -> !at.plus(Duration.ofDays(days)).isBefore(facts.now()))
                .isEmpty()) throw facts.refuse(Phrase.PRICE_LATE, days);
        var protectedBefore =
                facts.past(operation.name()).flatMap(p -> p.lowered().stream()).collect(Collectors.toSet());

        List<LocalText> lines = new ArrayList<>();
        List<Order.Item> items = new ArrayList<>();
        var difference = BigDecimal.ZERO;
        for (var item : facts.order().items()) {
            var now = fallen(item, facts).filter(_ -> !protectedBefore.contains(item.variantId()));
            items.add(now.map(price -> at(item, price)).orElse(item));
            if (now.isEmpty()) continue;
            difference = difference.add(item.price().subtract(now.get()));
            lines.add(facts.say(
                    Phrase.PRICE_FALLEN, facts.name(item), facts.money(item.price()), facts.money(now.get())));
        }
        if (lines.isEmpty()) throw facts.refuse(Phrase.PRICE_NOT_FALLEN);
        var before = new Till(facts.order(), facts.customer());
        var portions = before.back(difference);
        var after = before.refund(portions);
        for (var portion : portions) lines.add(facts.refundLine(Phrase.REFUND, portion.methodId(), portion.amount()));
        return new Verdict.Allowed(after.order().withItems(items), after.customer(), lines);
    }

    /** @return the price now, where it is lower, in the order's currency, and the variant can be had */
    private static Optional<BigDecimal> fallen(Order.Item item, Facts facts) {
        return facts.catalogue()
                .product(item.productId())
                .flatMap(product -> product.variant(item.variantId()))
                .filter(Variant::available)
                .filter(variant -> variant.currency().equals(facts.order().currency()))
                .map(Variant::price)
                .filter(price -> price.compareTo(item.price()) < 0);
    }

    private static Order.Item at(Order.Item item, BigDecimal price) {
        return new Order.Item(item.productId(), item.variantId(), item.name(), price, item.options());
    }
}
