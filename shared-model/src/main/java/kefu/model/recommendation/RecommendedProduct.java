package kefu.model.recommendation;

import java.math.BigDecimal;
import kefu.model.Require;
import kefu.model.shop.LocalText;

/**
 * A product that fits, and why.
 *
 * @param price of the cheapest variant that can be ordered
 * @param score in [0, 1], higher fits better
 * @param reason a true reason, one that would lower the score if it were not so
 */
public record RecommendedProduct(
        String productId, LocalText name, BigDecimal price, String currency, double score, LocalText reason) {
    public RecommendedProduct {
        Require.text(productId, "productId");
        Require.present(name, "name");
    }
}
