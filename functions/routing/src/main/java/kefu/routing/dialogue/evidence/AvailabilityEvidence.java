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
                        head(product, situation) + "\n"
                                + Stream.of(
                                                line("product.available", product, true, situation),
                                                line("product.unavailable", product, false, situation))
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.joining("\n")),
                        List.of(ProductTexts.source(product, situation))));
    }

    /** Says as well what the product does not come in at all. */
    private static String head(Product product, Situation situation) {
        var name = ProductTexts.name(product, situation);
        var lacking = situation.heard().understanding().entities().stream()
                .filter(e -> e.type().equals("option") && !ProductTexts.mentions(product, e.value()))
                .map(e -> situation.heard().said(e).replaceAll("[的款]$", ""))
                .filter(said -> !ProductTexts.mentions(product, said))
                .distinct()
                .toList();
        return lacking.isEmpty()
                ? name
                : situation.say("product.lacking", Map.of("name", name, "option", String.join(", ", lacking)));
    }

    private static Optional<String> line(String reply, Product product, boolean available, Situation situation) {
        var variants = ProductTexts.asked(product, situation.heard()).stream()
                .filter((Variant v) -> v.available() == available)
                .map(ProductTexts::options)
                .collect(Collectors.joining(", "));
        return variants.isEmpty() ? Optional.empty() : Optional.of(situation.say(reply, Map.of("variants", variants)));
    }
}
