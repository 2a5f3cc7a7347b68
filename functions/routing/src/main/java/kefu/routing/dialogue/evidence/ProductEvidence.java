package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.Store;

/** What the catalogue says about the product: the facts that were asked for. */
@ApplicationScoped
class ProductEvidence implements Evidence {
    private final Store store;

    ProductEvidence(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public boolean needsProduct() {
        return true;
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        return Optional.ofNullable(situation.context().productId())
                .flatMap(store::product)
                .map(product -> new Finding(
                        situation.say(
                                "product.facts",
                                Map.of(
                                        "name",
                                        product.name().in(situation.language()),
                                        "facts",
                                        ProductTexts.facts(product, situation))),
                        List.of(ProductTexts.source(product, situation))));
    }
}
