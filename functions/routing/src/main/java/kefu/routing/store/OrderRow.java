package kefu.routing.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;

/** An order as stored: the record encrypted under its customer's key. {@link Store} opens it. */
@Entity
@Table(name = "shop_order")
class OrderRow {
    @Id
    String id;

    String lookup;
    String digits;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "placed_at")
    Instant placedAt;

    /** When the shop told that it had been delivered; unknown for what was delivered before Kefu first heard of it. */
    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "record")
    private byte[] sealed;

    @Transient
    private Order record;

    @Version
    long version;

    @Column(name = "changed_at")
    Instant changedAt;

    /** @return the form in which ids are compared: upper case, without '#' and spaces */
    static String lookup(String id) {
        return id.strip().replace("#", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    static String digits(String id) {
        return id.replaceAll("\\D", "");
    }

    Order order() {
        return record;
    }

    Optional<Instant> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    OrderRow opened(ShopVault vault) {
        record = vault.open(sealed, "order/" + id, Order.class);
        return this;
    }

    void become(Order order, ShopVault vault, Instant now) {
        if (record != null && record.status() != OrderStatus.DELIVERED && order.status() == OrderStatus.DELIVERED)
            deliveredAt = now;
        id = order.id();
        lookup = lookup(order.id());
        digits = digits(order.id());
        customerId = order.customerId();
        placedAt = order.placedAt();
        record = order;
        sealed = vault.seal(customerId, "order/" + id, order);
        changedAt = now;
    }
}
