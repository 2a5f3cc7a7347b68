package kefu.model.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kefu.model.Require;

/** An order: what was bought, where it goes, what was paid, what was sent. Amounts are in {@code currency}, exact. */
public record Order(
        String id,
        String customerId,
        OrderStatus status,
        Instant placedAt,
        String currency,
        Address address,
        List<Item> items,
        List<Payment> payments,
        List<Fulfilment> fulfilments) {
    public Order {
        Require.text(id, "id");
        Require.text(customerId, "customerId");
        Require.present(status, "status");
        currency = currency == null ? "USD" : currency;
        items = Require.list(items);
        payments = Require.list(payments);
        fulfilments = Require.list(fulfilments);
    }

    /** One ordered piece; the same variant ordered twice is two items. */
    public record Item(
            String productId, String variantId, String name, BigDecimal price, java.util.Map<String, String> options) {
        public Item {
            Require.text(productId, "items.productId");
            Require.text(variantId, "items.variantId");
            Require.present(price, "items.price");
            name = name == null ? productId : name;
            options = Require.map(options);
        }
    }

    /** @param kind {@code payment} or {@code refund} */
    public record Payment(String kind, BigDecimal amount, String methodId) {
        public Payment {
            Require.text(kind, "payments.kind");
            Require.present(amount, "payments.amount");
        }
    }

    /** A parcel: its tracking ids and the variants in it. */
    public record Fulfilment(List<String> trackingIds, List<String> variantIds) {
        public Fulfilment {
            trackingIds = Require.list(trackingIds);
            variantIds = Require.list(variantIds);
        }
    }

    public BigDecimal total() {
        return items.stream().map(Item::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Order withStatus(OrderStatus to) {
        return new Order(id, customerId, to, placedAt, currency, address, items, payments, fulfilments);
    }

    public Order withAddress(Address to) {
        return new Order(id, customerId, status, placedAt, currency, to, items, payments, fulfilments);
    }

    public Order withItems(List<Item> to) {
        return new Order(id, customerId, status, placedAt, currency, address, to, payments, fulfilments);
    }

    public Order withPayments(List<Payment> to) {
        return new Order(id, customerId, status, placedAt, currency, address, items, to, fulfilments);
    }
}
