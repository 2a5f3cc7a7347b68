package kefu.routing.dialogue.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.model.turn.Source;
import kefu.routing.dialogue.Situation;
import kefu.routing.text.Money;
import kefu.routing.text.Said;

/** Says a product's facts in the customer's language. */
final class ProductTexts {
    private static final int MOST_FACTS = 4;

    private ProductTexts() {}

    /** @return the facts that were asked for; without any of those, what the product is in a sentence */
    static String facts(Product product, Situation situation, AskedVariants variants) {
        var asked = asked(product, situation, variants);
        return asked.isEmpty()
                ? firstSentence(
                        product.description() == null
                                ? product.name().in(situation.language())
                                : product.description().in(situation.language()))
                : String.join(separator(situation), asked);
    }

    /** @return the facts that both products have, those of the first alone where they share none; at most four */
    static String comparable(Product product, Product other, Situation situation) {
        var known = product.attributes().keySet().stream()
                .filter(key -> names(situation).has(key))
                .toList();
        var shared = known.stream().filter(other.attributes()::containsKey).toList();
        return (shared.isEmpty() ? known : shared)
                .stream()
                        .limit(MOST_FACTS)
                        .map(key -> fact(key, product.attributes().get(key).in(situation.language()), situation))
                        .collect(Collectors.joining(separator(situation)));
    }

    static Source source(Product product, Situation situation) {
        return new Source("product", product.id(), product.name().in(situation.language()), null);
    }

    /** @return whether the catalogue says this of the product or of one of its variants, in whichever language */
    static boolean mentions(Product product, String word) {
        var texts = Stream.concat(
                Stream.of(product.name(), product.description()).filter(Objects::nonNull),
                product.attributes().values().stream());
        return Stream.concat(
                        texts.flatMap(text -> text.byLanguage().values().stream()),
                        product.variants().stream().flatMap(v -> v.options().values().stream()))
                .anyMatch(text -> text.equalsIgnoreCase(word) || Said.in(text, word));
    }

    /** @return one price, or the range of them */
    static String price(List<Variant> variants) {
        var prices = variants.stream().map(Variant::price).sorted().toList();
        var currency = variants.getFirst().currency();
        return Money.said(prices.getFirst(), prices.getLast(), currency);
    }

    /** @return the facts of the product that were asked for, at most four */
    static List<String> asked(Product product, Situation situation, AskedVariants variants) {
        var text = situation.heard().text().toLowerCase(Locale.ROOT);
        var facts = new ArrayList<String>();
        for (var key : keys(product)) {
            var words = words(product, key, situation);
            for (var word : words)
                if (text.contains(word.asText())) {
                    facts.add(fact(key, value(product, key, situation, variants), situation));
                    break;
                }
        }
        return facts.subList(0, Math.min(MOST_FACTS, facts.size()));
    }

    private static String fact(String key, String value, Situation situation) {
        var title = Optional.of(names(situation)
                        .path(key)
                        .path("title")
                        .path(situation.language())
                        .asText())
                .filter(t -> !t.isEmpty())
                .orElse(key);
        return title + (situation.language().equals("zh") ? "：" : ": ") + value;
    }

    private static String value(Product product, String key, Situation situation, AskedVariants variants) {
        var attribute = product.attributes().get(key);
        return attribute == null
                ? variants.values(product, key, situation.language())
                : attribute.in(situation.language());
    }

    private static JsonNode words(Product product, String key, Situation situation) {
        var about = names(situation).path(key);
        boolean option = !product.attributes().containsKey(key) && about.has("options");
        return about.path(option ? "options" : "words").path(situation.language());
    }

    /** What the catalogue says of the product, and in which options it comes. */
    private static Set<String> keys(Product product) {
        return Stream.concat(
                        product.attributes().keySet().stream(),
                        product.variants().stream().flatMap(v -> v.options().keySet().stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static JsonNode names(Situation situation) {
        return situation.pack().file("attributes").root();
    }

    private static String separator(Situation situation) {
        return situation.language().equals("zh") ? "；" : "; ";
    }

    private static String firstSentence(String text) {
        var end = java.util.regex.Pattern.compile("(?<=[.!?])\\s|(?<=[。！？])").matcher(text);
        return end.find() && end.start() > 0 ? text.substring(0, end.start()).replaceAll("[.。]$", "") : text;
    }
}
