package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.model.shop.Product;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.Store;

/** Facts and prices of two products side by side: those that were named, else the last two that were talked about. */
@ApplicationScoped
class ComparisonEvidence implements Evidence {
    private final Store store;

    ComparisonEvidence(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "comparison";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        var products = Stream.concat(
                        store.productsNamed(situation.heard().text()).stream().map(Product::id),
                        situation.context().mentioned().reversed().stream())
                .distinct()
                .map(store::product)
                .flatMap(Optional::stream)
                .limit(2)
                .toList();
        if (products.size() < 2) return Optional.empty();
        var a = products.get(0);
        var b = products.get(1);
        var text = situation.say(
                "product.compare",
                Map.of(
                        "a", a.name().in(situation.language()),
                        "b", b.name().in(situation.language()),
                        "factsA", side(a, b, situation),
                        "factsB", side(b, a, situation)));
        return Optional.of(
                new Finding(text, List.of(ProductTexts.source(a, situation), ProductTexts.source(b, situation))));
    }

    private static String side(Product product, Product other, Situation situation) {
        var facts = ProductTexts.comparable(product, other, situation);
        return ProductTexts.price(product.variants()) + (facts.isEmpty() ? "" : ", " + facts);
    }
}
