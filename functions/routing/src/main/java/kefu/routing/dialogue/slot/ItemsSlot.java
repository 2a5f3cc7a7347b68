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

    /** Beside a preview "that's all, thanks" names nothing. */
    private static final Pattern ALL_OF_THEM =
            Pattern.compile("\\b(?:both|everything|all (?:of (?:them|it)|(?:the )?items|\\d))\\b|全部|全都|两件|所有|都[要退换]");

    /** "The lamp and the rug", 睡袋和灯要退; not 杯子和描述不符. */
    private static final Pattern SEVERAL = Pattern.compile(
            "(?i)\\band (?:also )?(?:the|my) \\w+(?: \\w+)?(?:\\s*[.,!]|\\s*$| (?:please|back|too|as well))"
                    + "|(?:和|跟|以及|还有)(?!描述|图片|照片|想象|宣传|我|你|他|她)[^，。！？]{1,6}(?:要|都|一起|也|退|换|$)");

    /** "And the scarf": joined to what was said before. */
    private static final Pattern JOINED = Pattern.compile("(?i)^\\s*(?:and|plus|和|以及|还有|加上)\\s*");

    /** "The scarf as well", 围巾也一起退: beside what a preview has. */
    private static final Pattern ALSO =
            Pattern.compile("(?i)^\\s*(?:and|plus)\\b|\\b(?:also|too|as well)\\b|也|还有|还要|加上|一起|一并");

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
    public boolean canBeCorrected() {
        return true;
    }

    @Override
    public String corrected(String before, String value, String said) {
        return ALSO.matcher(said).find() ? joined(List.of((before + "," + value).split(","))) : value;
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
        var named = wanted(items, asking.text(), kept);
        boolean again = asking.situation().state().failures() > 0;
        if (!again && leavesOneOut(named, asking.text())) return new Reading.Nothing();
        if (!named.isEmpty()) return filled(named);
        var all = asking.situation().state().awaitsYes() ? ALL_OF_THEM : ALL;
        boolean open = asking.asked() || asking.situation().state().awaitsYes();
        if ((open || !kept.isEmpty())
                && all.matcher(said.toLowerCase(Locale.ROOT)).find()) return rest(items, kept);
        if (!asking.asked()) return saidAtOnce(asking, items, kept);
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
    private Reading saidAtOnce(Asking asking, Map<String, Order.Item> items, List<String> kept) {
        var opening = asking.situation().state().opening();
        var named = opening == null ? List.<String>of() : wanted(items, opening, kept);
        return named.isEmpty() || leavesOneOut(named, opening) ? new Reading.Nothing() : filled(named);
    }

    /** "All of it but the lamp." */
    private static Reading rest(Map<String, Order.Item> items, List<String> kept) {
        var rest = items.keySet().stream().filter(item -> !kept.contains(item)).toList();
        return rest.isEmpty() ? new Reading.Nothing() : filled(rest);
    }

    private List<String> wanted(Map<String, Order.Item> items, String text, List<String> kept) {
        return named(items, Wanted.of(text)).stream()
                .filter(item -> !kept.contains(item))
                .toList();
    }

    /** Of two things that are named one was not understood: it is better to ask. */
    private static boolean leavesOneOut(List<String> named, String text) {
        return named.size() == 1
                && SEVERAL.matcher(JOINED.matcher(text).replaceFirst("")).find();
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
        return new Reading.Filled(joined(variantIds));
    }

    private static String joined(List<String> variantIds) {
        return String.join(",", new LinkedHashSet<>(variantIds));
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
