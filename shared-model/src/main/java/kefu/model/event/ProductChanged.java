package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;
import kefu.model.shop.Product;

/** A product of the catalogue is new or different. */
public record ProductChanged(String id, Instant occurredAt, Instant receivedAt, Product product) implements Event {
    static final String TYPE = "kefu.product.changed.v1";

    public ProductChanged {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.present(product, "product");
    }

    @Override
    public String key() {
        return product.id();
    }

    @Override
    public String topic() {
        return Topics.PRODUCTS;
    }
}
