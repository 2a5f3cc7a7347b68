package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.shop.Product;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.Store;

/**
 * What the catalogue says about the product: the facts that were asked for. Where none were but an option is named ("and in
 * walnut?"), whether it comes in that.
 */
@ApplicationScoped
class ProductEvidence implements Evidence {
    private final Store store;
    private final AskedVariants asked;
    private final AvailabilityEvidence availability;

    ProductEvidence(Store store, AskedVariants asked, AvailabilityEvidence availability) {
        this.store = store;
        this.asked = asked;
        this.availability = availability;
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
                .map(product ->
                        ProductTexts.asked(product, situation, asked).isEmpty() && asked.areTold(product, situation)
                                ? availability.of(product, situation)
                                : facts(product, situation));
    }

    private Finding facts(Product product, Situation situation) {
        var text = situation.say(
                "product.facts",
                Map.of(
                        "name",
                        product.name().in(situation.language()),
                        "facts",
                        ProductTexts.facts(product, situation, asked)));
        return new Finding(text, List.of(ProductTexts.source(product, situation)));
    }
}
