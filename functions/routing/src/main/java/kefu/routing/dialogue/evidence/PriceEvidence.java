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
    private final AskedVariants asked;

    PriceEvidence(Store store, AskedVariants asked) {
        this.store = store;
        this.asked = asked;
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
                .map(product -> {
                    var price = situation.say(
                            "product.price",
                            Map.of(
                                    "name",
                                    asked.name(product, situation),
                                    "price",
                                    ProductTexts.price(asked.of(product, situation.heard()))));
                    var text = asked.lacking(product, situation)
                            .map(lacking -> lacking + "\n" + price)
                            .orElse(price);
                    return new Finding(text, List.of(ProductTexts.source(product, situation)));
                });
    }
}
