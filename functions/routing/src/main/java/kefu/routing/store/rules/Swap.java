package kefu.routing.store.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import kefu.model.shop.Order;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;

/** One piece of an order and the variant it becomes. */
record Swap(int position, Order.Item item, Variant variant) {

    /** Refuses what is not in the order, is of another product, or is not to be had. */
    static List<Swap> of(List<ItemChange> changes, Facts facts) {
        if (changes.isEmpty()) throw facts.refuse(Phrase.ITEMS_NONE);
        var positions = positions(changes.stream().map(ItemChange::variantId).toList(), facts);
        var swaps = new ArrayList<Swap>();
        for (int i = 0; i < changes.size(); i++) {
            var item = facts.order().items().get(positions.get(i));
            swaps.add(new Swap(
                    positions.get(i), item, variant(item, changes.get(i).newVariantId(), facts)));
        }
        return swaps;
    }

    /** @return where the pieces are in the order; a variant named twice is two pieces */
    static List<Integer> positions(List<String> variantIds, Facts facts) {
        var items = facts.order().items();
        var taken = new ArrayList<Integer>();
        for (var id : variantIds) {
            int at = 0;
            while (at < items.size()
                    && (taken.contains(at) || !items.get(at).variantId().equals(id))) at++;
            if (at == items.size())
                throw facts.refuse(Phrase.ITEM_NOT_IN_ORDER, id, facts.order().id());
            taken.add(at);
        }
        return taken;
    }

    private static Variant variant(Order.Item item, String variantId, Facts facts) {
        var variant = facts.catalogue()
                .product(item.productId())
                .flatMap((Product product) -> product.variant(variantId))
                .orElseThrow(() -> facts.refuse(Phrase.VARIANT_UNKNOWN, facts.name(item)));
        if (!variant.available() || !variant.currency().equals(facts.order().currency()))
            throw facts.refuse(Phrase.VARIANT_UNAVAILABLE, facts.name(item, variant));
        return variant;
    }

    /** @return what all of them cost more than before; negative for less */
    static BigDecimal difference(List<Swap> swaps) {
        return swaps.stream()
                .map(s -> s.variant().price().subtract(s.item().price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<Order.Item> applied(List<Swap> swaps, Order order) {
        var items = new ArrayList<>(order.items());
        for (var swap : swaps) items.set(swap.position(), swap.replacement());
        return items;
    }

    private Order.Item replacement() {
        return new Order.Item(item.productId(), variant.id(), item.name(), variant.price(), variant.options());
    }
}
