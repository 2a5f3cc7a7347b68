package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.Store;

/** Which variants of the product can be ordered. */
@ApplicationScoped
class AvailabilityEvidence implements Evidence {
    private final Store store;

    AvailabilityEvidence(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "availability";
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
                        product.name().in(situation.language()) + "\n"
                                + Stream.of(
                                                line("product.available", product, true, situation),
                                                line("product.unavailable", product, false, situation))
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.joining("\n")),
                        List.of(ProductTexts.source(product, situation))));
    }

    private static Optional<String> line(String reply, Product product, boolean available, Situation situation) {
        var variants = product.variants().stream()
                .filter((Variant v) -> v.available() == available)
                .map(ProductTexts::options)
                .collect(Collectors.joining(", "));
        return variants.isEmpty() ? Optional.empty() : Optional.of(situation.say(reply, Map.of("variants", variants)));
    }
}
