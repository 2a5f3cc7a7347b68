package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Order;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.store.PartOfName;
import kefu.routing.store.Store;
import kefu.routing.store.rules.OptionNames;
import kefu.routing.store.rules.ShopPolicy;
import kefu.routing.text.Wanted;

/** Items of the chosen order, as variant ids joined by commas. */
@ApplicationScoped
class ItemsSlot implements SlotKind {
    private static final Pattern ALL = Pattern.compile("\\b(all|both|everything)\\b|全部|全都|都|两件|所有");

    private static final Pattern SEVERAL = Pattern.compile("(?i)\\band (?:also |the |my )|和|跟|以及|还有");

    private final Store store;
    private final OptionNames names;

    ItemsSlot(Store store, ShopPolicy policy) {
        this.store = store;
        this.names = policy.options();
    }

    @Override
    public String kind() {
        return "items";
    }

    @Override
    public boolean many() {
        return true;
    }

    @Override
    public boolean isCorrectedBesideAPreview() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var items = items(asking);
        if (items.isEmpty()) return new Reading.Impossible("noOrders");
        if (asking.chosen().isPresent()) {
            var chosen = Arrays.stream(asking.chosen().get().split(","))
                    .map(String::strip)
                    .toList();
            return items.keySet().containsAll(chosen) ? filled(chosen) : new Reading.Wrong("again.choice");
        }
        var said = asking.asked() ? asking.text() : wish(asking);
        if (namesAnother(items, said)) return new Reading.Wrong("again.items");
        var kept = named(items, Wanted.not(said));
        if (items.size() == 1) return kept.isEmpty() ? filled(List.copyOf(items.keySet())) : new Reading.Nothing();
        var named = named(items, Wanted.of(asking.text())).stream()
                .filter(item -> !kept.contains(item))
                .toList();
        // Of two things that are named one was not understood.
        if (named.size() == 1 && SEVERAL.matcher(asking.text()).find()) return new Reading.Nothing();
        if (!named.isEmpty()) return filled(named);
        if (!asking.asked()) return saidAtOnce(asking, items);
        if (ALL.matcher(asking.text().toLowerCase(Locale.ROOT)).find()) return filled(List.copyOf(items.keySet()));
        var position = Ordinals.in(asking.text());
        if (position.isPresent() && position.getAsInt() <= items.size())
            return filled(List.of(List.copyOf(items.keySet()).get(position.getAsInt() - 1)));
        var inPart = items.entrySet().stream()
                .filter(e -> namesInPart(asking.text(), e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        // A word that two of them have says nothing.
        return inPart.size() == 1 ? filled(inPart) : new Reading.Nothing();
    }

    /** What was said with the wish itself, where that was before. */
    private static String wish(Asking asking) {
        var opening = asking.situation().state().opening();
        return opening == null ? asking.text() : opening + "\n" + asking.text();
    }

    /** Only products of the shop, none of which the order has. */
    private boolean namesAnother(Map<String, Order.Item> items, String text) {
        var products = store.productsNamed(text);
        return !products.isEmpty()
                && products.stream()
                        .noneMatch(product -> items.values().stream()
                                .anyMatch(item -> item.productId().equals(product.id())));
    }

    /** "I want to return the lamp": who asks and which order are asked for first, and the lamp is known by then. */
    private Reading saidAtOnce(Asking asking, Map<String, Order.Item> items) {
        var opening = asking.situation().state().opening();
        var named = opening == null ? List.<String>of() : named(items, opening);
        return named.isEmpty() ? new Reading.Nothing() : filled(named);
    }

    private List<String> named(Map<String, Order.Item> items, String text) {
        return items.entrySet().stream()
                .filter(e -> names(text, e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Option> options(Asking asking) {
        var language = asking.situation().language();
        return items(asking).entrySet().stream()
                .map(e -> new Option(e.getKey(), label(e.getValue(), language)))
                .toList();
    }

    private Map<String, Order.Item> items(Asking asking) {
        return asking.slot("order").flatMap(store::order).map(Order::items).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        Order.Item::variantId, item -> item, (first, _) -> first, java.util.LinkedHashMap::new));
    }

    private static Reading filled(List<String> variantIds) {
        return new Reading.Filled(String.join(",", new LinkedHashSet<>(variantIds)));
    }

    private boolean names(String text, Order.Item item) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(item.name().toLowerCase(Locale.ROOT))
                || store.productsNamed(text).stream()
                        .anyMatch(product -> product.id().equals(item.productId()));
    }

    private boolean namesInPart(String text, Order.Item item) {
        var names = Stream.of(
                Stream.of(item.name()),
                item.options().values().stream(),
                store.product(item.productId()).stream().flatMap(p -> p.name().byLanguage().values().stream()));
        return names.flatMap(all -> all).anyMatch(name -> PartOfName.in(text, name));
    }

    private String label(Order.Item item, String language) {
        var name =
                store.product(item.productId()).map(p -> p.name().in(language)).orElse(item.name());
        return item.options().isEmpty() ? name : name + " (" + names.in(language, item.options()) + ")";
    }
}
