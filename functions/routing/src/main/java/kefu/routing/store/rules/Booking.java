package kefu.routing.store.rules;

import java.util.List;
import kefu.model.shop.Order;
import kefu.routing.store.rules.StoreOperation.BookService;

/** A visit is booked for something that was ordered; a later booking for the same thing moves it. */
final class Booking {
    private Booking() {}

    static Verdict judge(BookService operation, Facts facts) {
        var services = facts.policy().services();
        var choices = services.stream().map(ShopPolicy.Service::choice).toList();
        var kind = Choice.named(choices, operation.kind())
                .orElseThrow(() -> facts.refuse(Phrase.SERVICE_KIND, Choice.labels(choices)));
        var service = services.get(choices.indexOf(kind));
        var status = facts.order().status();
        if (!service.statuses().contains(status))
            throw facts.refuse(
                    Phrase.SERVICE_STATUS, kind.label(), facts.policy().statusName(status));
        var item = item(operation, facts);
        var first = facts.today().plusDays(facts.policy().days().firstService());
        var last = facts.today().plusDays(facts.policy().days().lastService());
        if (operation.day().isBefore(first) || operation.day().isAfter(last))
            throw facts.refuse(Phrase.SERVICE_DAY, first, last);
        if (facts.past(operation.name()).anyMatch(p -> p.arguments().equals(operation.arguments())))
            throw facts.refuse(Phrase.SERVICE_BOOKED, operation.day());
        return new Verdict.Allowed(
                facts.order(),
                facts.customer(),
                List.of(facts.say(Phrase.BOOKED, kind.label(), facts.name(item), operation.day())));
    }

    private static Order.Item item(BookService operation, Facts facts) {
        var items = facts.order().items();
        if (operation.item().isEmpty()) {
            if (items.stream().map(Order.Item::productId).distinct().count() == 1) return items.getFirst();
            throw facts.refuse(Phrase.SERVICE_ITEM);
        }
        var id = operation.item().get();
        return items.stream()
                .filter(i -> i.variantId().equals(id) || i.productId().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        facts.refuse(Phrase.ITEM_NOT_IN_ORDER, id, facts.order().id()));
    }
}
