package kefu.model.shop;

import java.math.BigDecimal;
import java.util.Map;
import kefu.model.Require;

/**
 * One orderable form of a product.
 *
 * @param options what tells it from its siblings ({@code color → blue})
 * @param price in units of the currency, exact
 * @param currency ISO 4217
 */
public record Variant(String id, Map<String, String> options, BigDecimal price, String currency, boolean available) {
    public Variant {
        Require.text(id, "variants.id");
        Require.present(price, "variants.price");
        if (price.signum() < 0) throw new IllegalArgumentException("variants.price is negative: " + price);
        options = Require.map(options);
        currency = currency == null ? "USD" : currency;
    }
}
