package kefu.recommendation.model.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kefu.model.shop.LocalText;
import kefu.model.shop.Product;

/** A single thing that a product's attributes say: {@code material: linen}. @param term two equal facts have one term */
record Fact(String key, LocalText value, String term) {
    /** Facts about the delivery rather than the thing: sharing them makes no two products alike. */
    private static final Set<String> INCIDENTAL = Set.of(
            "warranty", "origin", "packaging", "weight", "care", "inTheBox", "shelfLife", "packedSize", "powerWatts");

    static List<Fact> of(Product product) {
        var facts = new ArrayList<Fact>();
        product.attributes().forEach((key, value) -> {
            if (INCIDENTAL.contains(key)) return;
            for (var part : parts(value))
                facts.add(new Fact(
                        key, part, "=" + key + "=" + Words.normal(part.in("en")).strip()));
        });
        return facts;
    }

    /** {@code "steel, walnut"} are two facts where every language lists as many. */
    private static List<LocalText> parts(LocalText value) {
        var split = new LinkedHashMap<String, String[]>();
        value.byLanguage().forEach((language, text) -> split.put(language, text.split("\\s*[,;，；、]\\s*")));
        var counts = new TreeSet<Integer>();
        split.values().forEach(parts -> counts.add(parts.length));
        if (counts.size() != 1 || counts.first() < 2) return List.of(value);
        var parts = new ArrayList<LocalText>();
        for (int i = 0; i < counts.first(); i++) {
            var part = new LinkedHashMap<String, String>();
            for (var text : split.entrySet()) part.put(text.getKey(), text.getValue()[i]);
            if (part.values().stream().noneMatch(String::isBlank)) parts.add(new LocalText(Map.copyOf(part)));
        }
        return parts;
    }
}
