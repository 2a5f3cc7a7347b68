package kefu.model.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.Require;

/**
 * A product of the catalogue.
 *
 * @param category a stable key; products of one category are alike
 * @param attributes facts by a stable key ({@code material}, {@code capacity})
 * @param variants what can really be ordered, at least one
 * @param images addresses of pictures
 */
public record Product(
        String id,
        LocalText name,
        String category,
        LocalText description,
        Map<String, LocalText> attributes,
        List<Variant> variants,
        List<String> images) {
    public Product {
        Require.text(id, "id");
        Require.present(name, "name");
        category = category == null ? "" : category;
        attributes = Require.map(attributes);
        variants = Require.list(variants);
        images = Require.list(images);
        if (variants.isEmpty()) throw new IllegalArgumentException("variants is empty");
    }

    public Optional<Variant> variant(String variantId) {
        return variants.stream().filter(v -> v.id().equals(variantId)).findFirst();
    }

    /** @return the cheapest variant that can be ordered, else the cheapest at all */
    public Variant cheapest() {
        var byPrice = java.util.Comparator.comparing(Variant::price);
        return variants.stream()
                .filter(Variant::available)
                .min(byPrice)
                .orElseGet(() -> variants.stream().min(byPrice).orElseThrow());
    }

    public boolean available() {
        return variants.stream().anyMatch(Variant::available);
    }
}
