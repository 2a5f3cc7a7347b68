package kefu.routing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import kefu.chassis.outbox.Outbox;
import kefu.model.event.Topics;
import kefu.routing.erasure.Eraser;

/** Forgets a customer: the record goes, orders and receipts keep their sums and belong to nobody. */
@ApplicationScoped
class StoreErasure implements Eraser {
    private final EntityManager entities;
    private final Receipts receipts;
    private final Outbox outbox;
    private final Clock clock;

    StoreErasure(EntityManager entities, Receipts receipts, Outbox outbox, Clock clock) {
        this.entities = entities;
        this.receipts = receipts;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public int erase(String customerId) {
        int erased = entities.createQuery("delete from CustomerRow where id = :id")
                .setParameter("id", customerId)
                .executeUpdate();
        for (var row : rows(OrderRow.class, customerId)) {
            row.become(Erased.order(row.order()), clock.instant());
            outbox.forget(Topics.ORDERS, row.id);
            erased++;
        }
        for (var row : rows(ReceiptRow.class, customerId)) {
            if (row.subject.equals(customerId)) row.subject = Erased.ID + "/" + row.id;
            row.customerId = Erased.ID;
            row.record = receipts.signed(row.record.anonymised());
            erased++;
        }
        return erased;
    }

    private <R> java.util.List<R> rows(Class<R> type, String customerId) {
        return entities.createQuery("from " + type.getSimpleName() + " where customerId = :id", type)
                .setParameter("id", customerId)
                .getResultList();
    }
}
