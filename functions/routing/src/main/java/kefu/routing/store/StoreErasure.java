package kefu.routing.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.outbox.Outbox;
import kefu.model.event.Topics;
import kefu.routing.erasure.Eraser;

/** Forgets a customer: the record goes, orders and receipts keep their sums and belong to nobody. */
@ApplicationScoped
@Priority(1)
class StoreErasure implements Eraser {
    private final EntityManager entities;
    private final Store store;
    private final Receipts receipts;
    private final ShopVault vault;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;

    StoreErasure(
            EntityManager entities,
            Store store,
            Receipts receipts,
            ShopVault vault,
            Idempotency idempotency,
            Outbox outbox,
            Clock clock) {
        this.entities = entities;
        this.store = store;
        this.receipts = receipts;
        this.vault = vault;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Looks twice: what others were writing while it looked first is there once they have let go of the key. Orders and
     * customer are locked by then, so nobody who holds the key waits for what is held here.
     */
    @Override
    public int erase(String customerId) {
        int erased = anonymise(customerId);
        vault.hold(customerId);
        erased += anonymise(customerId);
        vault.forget(customerId);
        return erased;
    }

    private int anonymise(String customerId) {
        var orders = store.lockOrdersOf(customerId);
        int customers = entities.createQuery("delete from CustomerRow where id = :id")
                .setParameter("id", customerId)
                .executeUpdate();
        orders.forEach(this::anonymise);
        int anonymised = receipts.anonymise(customerId);
        idempotency.forget(RunOperation.idempotencyScope("customer/" + customerId));
        entities.flush();
        return customers + orders.size() + anonymised;
    }

    private void anonymise(OrderRow row) {
        row.become(Erased.order(row.order()), vault, clock.instant());
        outbox.withdraw(Topics.ORDERS, row.id);
        outbox.forget(Topics.ORDERS, row.id);
        idempotency.forget(RunOperation.idempotencyScope("order/" + row.id));
    }
}
