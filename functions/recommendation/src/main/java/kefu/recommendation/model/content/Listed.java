package kefu.recommendation.model.content;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kefu.model.Require;
import kefu.model.shop.LocalText;
import kefu.model.shop.Product;

/**
 * A product of the catalogue, with what its texts say counted once.
 *
 * @param since when it came into the catalogue
 * @param terms how much each term is what the product is about: 3 in its name, 1 in its description, facts in between
 * @param facts its facts by their term
 */
public record Listed(Product product, Instant since, Map<String, Double> terms, Map<String, Fact> facts) {
    static final double IN_NAME = 3;
    static final double AS_FACT = 2;
    static final double IN_FACT = 1.5;
    static final double IN_DESCRIPTION = 1;

    public Listed {
        Require.present(since, "since");
        terms = Map.copyOf(terms);
        facts = Map.copyOf(facts);
    }

    public static Listed of(Product product, Instant since) {
        var terms = new HashMap<String, Double>();
        count(product.name(), IN_NAME, terms);
        if (product.description() != null) count(product.description(), IN_DESCRIPTION, terms);
        var facts = new HashMap<String, Fact>();
        for (var fact : Fact.of(product)) {
            facts.put(fact.term(), fact);
            terms.put(fact.term(), AS_FACT);
        }
        product.attributes().values().forEach(value -> count(value, IN_FACT, terms));
        if (!product.category().isBlank()) {
            terms.put(categoryTerm(product), AS_FACT);
            for (var stem : Words.stems(product.category())) terms.merge(stem, IN_FACT, Math::max);
        }
        return new Listed(product, since, terms, facts);
    }

    static String categoryTerm(Product product) {
        return "#" + product.category();
    }

    public String id() {
        return product.id();
    }

    /** A term counts where it says most; repeating it does not make it truer. */
    private static void count(LocalText text, double weight, Map<String, Double> terms) {
        List.copyOf(text.byLanguage().values())
                .forEach(one -> Words.stems(one).forEach(stem -> terms.merge(stem, weight, Math::max)));
    }
}
