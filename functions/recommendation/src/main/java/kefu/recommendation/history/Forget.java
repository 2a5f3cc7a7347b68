package kefu.recommendation.history;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.recommendation.Changes;

/** Forgets: a customer who asks for it at once, everybody's distant past in time. */
@ApplicationScoped
class Forget {
    private final Customers customers;
    private final Actions actions;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Changes changes;
    private final Event<CustomerForgotten> forgotten;
    private final HistoryConfig config;
    private final Clock clock;

    Forget(
            Customers customers,
            Actions actions,
            EntityManager entities,
            Outbox outbox,
            Changes changes,
            Event<CustomerForgotten> forgotten,
            HistoryConfig config,
            Clock clock) {
        this.customers = customers;
        this.actions = actions;
        this.entities = entities;
        this.outbox = outbox;
        this.changes = changes;
        this.forgotten = forgotten;
        this.config = config;
        this.clock = clock;
    }

    /** Forgets a customer and confirms it, within the transaction that runs. */
    void customer(ErasureRequested event) {
        var now = clock.instant();
        int erased = 0;
        var opened = customers.open(event.customerId(), now);
        if (opened.isPresent()) {
            var row = opened.get();
            erased = (int) actions.forgetOf(row.id) + (row.taste == null ? 0 : 1);
            row.taste = null;
            row.erasedAt = now;
        }
        forgotten.fire(new CustomerForgotten(event.customerId()));
        changes.afterCommit();
        outbox.append(new ErasureConfirmed(Ids.next(), now, now, event.customerId(), "recommendation", erased));
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void theDistantPast() {
        var now = clock.instant();
        entities.createNativeQuery("""
                        with gone as (delete from action where at < :limit returning customer_id)
                        update customer set id = id where id in (select customer_id from gone)""")
                .setParameter("limit", now.minus(config.remember()))
                .executeUpdate();
        entities.createNativeQuery("""
                        delete from customer c where erased_at < :limit and taste is null
                        and not exists (select from action a where a.customer_id = c.id)""")
                .setParameter("limit", now.minus(config.erasureGuard()))
                .executeUpdate();
        changes.afterCommit();
    }
}
