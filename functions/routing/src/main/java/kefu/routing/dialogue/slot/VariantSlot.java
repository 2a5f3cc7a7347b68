package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kefu.model.shop.Order;
import kefu.model.shop.Variant;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Heard;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.store.Store;
import kefu.routing.store.rules.OptionNames;
import kefu.routing.store.rules.ShopPolicy;
import kefu.routing.text.Money;
import kefu.routing.text.Said;

/** For each chosen item another variant of the same product, asked one after the other: {@code old=new,old=new}. */
@ApplicationScoped
class VariantSlot implements SlotKind {
    /** A size, as shoes and children's clothes have it. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d#.\\-$€£¥])\\d{2}(?:\\.5)?(?![\\d.%\\-])");

    private final Store store;
    private final OptionNames names;

    VariantSlot(Store store, ShopPolicy policy) {
        this.store = store;
        this.names = policy.options();
    }

    @Override
    public String kind() {
        return "variant";
    }

    @Override
    public boolean canBeCorrected() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var known = changes(asking);
        var item = next(asking, known);
        if (item.isEmpty()) return new Reading.Filled(join(known));
        if (asking.asked() && asking.chosen().isEmpty() && asking.text().isBlank()) return new Reading.Nothing();
        var variants = others(item.get());
        if (variants.isEmpty()) return new Reading.Impossible("again.choice");
        var picked = asking.chosen()
                .flatMap(id -> variants.stream().filter(v -> v.id().equals(id)).findFirst())
                .or(() -> described(asking, variants, item.get()));
        if (picked.isEmpty())
            return asking.chosen().isPresent() ? new Reading.Wrong("again.choice") : new Reading.Nothing();
        known.put(item.get().variantId(), picked.get().id());
        return next(asking, known).isEmpty() ? new Reading.Filled(join(known)) : new Reading.Partly(join(known));
    }

    @Override
    public String question(Asking asking) {
        var item = next(asking, changes(asking)).orElseThrow();
        var name = store.product(item.productId())
                .map(p -> p.name().in(asking.situation().language()))
                .orElse(item.name());
        return asking.situation().say(asking.prompt(), Map.of("item", name));
    }

    @Override
    public List<Option> options(Asking asking) {
        return next(asking, changes(asking)).map(this::others).orElse(List.of()).stream()
                .map(v -> new Option(
                        v.id(),
                        names.in(asking.situation().language(), v.options()) + " · "
                                + Money.said(v.price(), v.currency())))
                .toList();
    }

    /** The variant whose options the text names most of; nothing when two are named alike. */
    private Optional<Variant> described(Asking asking, List<Variant> variants, Order.Item item) {
        var position = asking.asked() ? Ordinals.in(asking.text()) : java.util.OptionalInt.empty();
        if (position.isPresent() && position.getAsInt() <= variants.size())
            return Optional.of(variants.get(position.getAsInt() - 1));
        var heard = asking.situation().heard();
        var scored = variants.stream()
                .map(v -> Map.entry(v, score(v, item, heard)))
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<Variant, Double>comparingByValue(Comparator.reverseOrder()))
                .toList();
        if (scored.isEmpty()) return Optional.empty();
        boolean tie = scored.size() > 1
                && scored.get(0).getValue().equals(scored.get(1).getValue());
        return tie || saysMore(scored.getFirst().getKey(), heard)
                ? Optional.empty()
                : Optional.of(scored.getFirst().getKey());
    }

    /** Black in 45 is not meant by black in 42. */
    private boolean saysMore(Variant variant, Heard heard) {
        boolean anotherNumber = NUMBER.matcher(heard.text())
                .results()
                .anyMatch(number -> variant.options().values().stream()
                        .noneMatch(value -> Said.in(value, number.group()) || value.equals(number.group())));
        return anotherNumber
                || heard.understanding().entities().stream()
                        .filter(e -> e.type().equals("option"))
                        .anyMatch(e -> variant.options().entrySet().stream()
                                .noneMatch(option -> names.named(
                                                option,
                                                name -> Said.in(e.value(), name)
                                                        || Said.in(name, e.value())
                                                        || Said.in(heard.said(e), name))
                                        > 0));
    }

    /** A named option counts one; one that stays as it was counts a little: "in blue" means the same size. */
    private double score(Variant variant, Order.Item item, Heard heard) {
        double named = 0;
        double kept = 0;
        for (var option : variant.options().entrySet()) {
            double fit = names.named(option, heard::names);
            named += fit;
            if (fit > 0) continue;
            if (option.getValue().equals(item.options().get(option.getKey()))) kept += 0.1;
        }
        return named == 0 ? 0 : named + kept;
    }

    private Optional<Order.Item> next(Asking asking, Map<String, String> known) {
        var chosen =
                asking.slot("items").map(items -> List.of(items.split(","))).orElse(List.of());
        return asking.slot("order").flatMap(store::order).map(Order::items).orElse(List.of()).stream()
                .filter(item -> chosen.contains(item.variantId()) && !known.containsKey(item.variantId()))
                .findFirst();
    }

    private List<Variant> others(Order.Item item) {
        return store.product(item.productId()).map(p -> p.variants()).orElse(List.of()).stream()
                .filter(v -> v.available() && !v.id().equals(item.variantId()))
                .toList();
    }

    private static Map<String, String> changes(Asking asking) {
        var changes = new LinkedHashMap<String, String>();
        asking.slot(asking.rule().name()).filter(s -> !s.isBlank()).ifPresent(s -> {
            for (var change : s.split(",")) changes.put(change.split("=")[0], change.split("=")[1]);
        });
        return changes;
    }

    private static String join(Map<String, String> changes) {
        return changes.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
    }
}
