package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.routing.dialogue.Heard;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.rules.OptionNames;
import kefu.routing.store.rules.ShopPolicy;

/** Which variants of a product somebody asks about, by the options they name, and what those are called. */
@ApplicationScoped
class AskedVariants {
    private final OptionNames names;

    AskedVariants(ShopPolicy policy) {
        this.names = policy.options();
    }

    /** @return the variants that most of what was said describes; all where nothing describes any */
    List<Variant> of(Product product, Heard heard) {
        var byFit = product.variants().stream()
                .collect(Collectors.groupingBy(
                        variant -> fit(variant, heard), TreeMap::new, Collectors.toUnmodifiableList()));
        return byFit.lastEntry().getValue();
    }

    /** @return the product's name, and in brackets what it was asked about as, where that is one of its variants or several */
    String name(Product product, Situation situation) {
        var name = product.name().in(situation.language());
        var named = of(product, situation.heard()).stream()
                .map(variant -> named(variant, situation))
                .distinct()
                .toList();
        // "The brown one in 43" may be one that is brown and others that are 43.
        return named.size() > 1 || named.getFirst().isEmpty()
                ? name
                : name + " (" + String.join(", ", named.getFirst()) + ")";
    }

    /** @return all options of a variant; its id where it has none */
    String options(Variant variant, String language) {
        return variant.options().isEmpty()
                ? variant.id()
                : variant.options().entrySet().stream()
                        .map(option -> names.in(language, option))
                        .collect(Collectors.joining(" "));
    }

    /** @return what a product comes in: all values of one of its options */
    String values(Product product, String option, String language) {
        return product.variants().stream()
                .flatMap(variant -> variant.options().entrySet().stream())
                .filter(value -> value.getKey().equals(option))
                .map(value -> names.in(language, value))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** @return that the product does not come in what was asked for; empty where it does, or nothing of the kind was named */
    Optional<String> lacking(Product product, Situation situation) {
        var lacking = lackingTogether(product, situation)
                .orElseGet(() -> situation.heard().understanding().entities().stream()
                        .filter(e -> e.type().equals("option") && !has(product, e.value()))
                        .map(e -> situation.heard().said(e).replaceAll("[的款]$", ""))
                        .filter(said -> !has(product, said))
                        .distinct()
                        .toList());
        var name = product.name().in(situation.language());
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        situation.say("product.lacking", Map.of("name", name, "option", String.join(", ", lacking))));
    }

    /** @return what is had each by itself and not together: indigo there is, and L, and no indigo in L */
    private Optional<List<String>> lackingTogether(Product product, Situation situation) {
        var named = product.variants().stream()
                .flatMap(variant -> variant.options().entrySet().stream())
                .filter(option -> names.named(option, situation.heard()::names) == 1)
                .distinct()
                .toList();
        boolean ofSeveral = named.stream().map(Map.Entry::getKey).distinct().count() > 1
                && named.stream().map(Map.Entry::getKey).distinct().count() == named.size();
        boolean had = product.variants().stream()
                .anyMatch(variant -> variant.options().entrySet().containsAll(named));
        return ofSeveral && !had
                ? Optional.of(named.stream()
                        .map(option -> names.in(situation.language(), option))
                        .toList())
                : Optional.empty();
    }

    /** @return whether options are named that some of the product's variants have and others not, or none has */
    boolean areTold(Product product, Situation situation) {
        return of(product, situation.heard()).size() < product.variants().size()
                || lacking(product, situation).isPresent();
    }

    private boolean has(Product product, String said) {
        return ProductTexts.mentions(product, said)
                || product.variants().stream()
                        .flatMap(v -> v.options().entrySet().stream())
                        .anyMatch(option -> names.named(option, said::equalsIgnoreCase) > 0);
    }

    private double fit(Variant variant, Heard heard) {
        return variant.options().entrySet().stream()
                .mapToDouble(option -> names.named(option, heard::names))
                .sum();
    }

    private List<String> named(Variant variant, Situation situation) {
        return variant.options().entrySet().stream()
                .filter(option -> names.named(option, situation.heard()::names) > 0)
                .map(option -> names.in(situation.language(), option))
                .toList();
    }
}
