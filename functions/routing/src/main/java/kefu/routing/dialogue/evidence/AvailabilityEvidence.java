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

/** Which variants of the product can be ordered, of those that are asked about. */
@ApplicationScoped
class AvailabilityEvidence implements Evidence {
    private final Store store;
    private final AskedVariants asked;

    AvailabilityEvidence(Store store, AskedVariants asked) {
        this.store = store;
        this.asked = asked;
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
                .map(product -> of(product, situation));
    }

    /** @return what is in stock and what is not, and what the product does not come in at all */
    Finding of(Product product, Situation situation) {
        var head = asked.lacking(product, situation).orElseGet(() -> asked.name(product, situation));
        var lines = Stream.of(
                        line("product.available", product, true, situation),
                        line("product.unavailable", product, false, situation))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return new Finding(head + "\n" + lines, List.of(ProductTexts.source(product, situation)));
    }

    private Optional<String> line(String reply, Product product, boolean available, Situation situation) {
        var variants = asked.of(product, situation.heard()).stream()
                .filter((Variant v) -> v.available() == available)
                .map(v -> asked.options(v, situation.language()))
                .collect(Collectors.joining(situation.language().equals("zh") ? "、" : ", "));
        return variants.isEmpty() ? Optional.empty() : Optional.of(situation.say(reply, Map.of("variants", variants)));
    }
}
