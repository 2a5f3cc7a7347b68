package kefu.routing.store.rules;

import java.util.Map;
import kefu.model.Require;

/** One ordered piece that becomes another. The same variant ordered twice is changed by two of these. */
public record ItemChange(String variantId, String newVariantId) {
    public ItemChange {
        Require.text(variantId, "changes.variantId");
        Require.text(newVariantId, "changes.newVariantId");
    }

    Map<String, Object> arguments() {
        return Map.of("variantId", variantId, "newVariantId", newVariantId);
    }
}
