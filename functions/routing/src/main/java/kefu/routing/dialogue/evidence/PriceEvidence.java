package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.Store;

/** What the product costs, or the variant of it that is asked about. */
@ApplicationScoped
class PriceEvidence implements Evidence {
    private final Store store;

    PriceEvidence(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "price";
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
                                "product.price",
                                Map.of(
                                        "name",
                                        ProductTexts.name(product, situation),
                                        "price",
                                        ProductTexts.price(ProductTexts.asked(product, situation.heard())))),
                        List.of(ProductTexts.source(product, situation))));
    }
}
