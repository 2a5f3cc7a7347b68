package kefu.routing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.OrderChanged;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;

/** Writes customers and orders, and tells of orders in the same transaction. */
@ApplicationScoped
class StoreChanges {
    private final EntityManager entities;
    private final Outbox outbox;
    private final SearchKeys keys;
    private final ShopVault vault;

    StoreChanges(EntityManager entities, Outbox outbox, SearchKeys keys, ShopVault vault) {
        this.entities = entities;
        this.outbox = outbox;
        this.keys = keys;
        this.vault = vault;
    }

    void customer(CustomerRow row, Customer to, Instant now) {
        row.become(to, keys, vault, now);
        if (!entities.contains(row)) entities.persist(row);
    }

    /** @param operation what changed it; null for an import */
    void order(OrderRow row, Order to, String operation, Instant now) {
        row.become(to, vault, now);
        if (!entities.contains(row)) entities.persist(row);
        outbox.append(new OrderChanged(
                Ids.next(),
                now,
                now,
                to.id(),
                to.customerId(),
                to.status(),
                to.placedAt(),
                to.total(),
                to.currency(),
                to.items(),
                operation));
    }
}
