package kefu.routing.store;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kefu.chassis.problem.Problem;
import kefu.model.shop.Customer;
import kefu.model.shop.Order;

/** Takes in customers and orders from the shop. What is as it was changes nothing and tells nobody. */
@ApplicationScoped
@Transactional
class ImportShop {
    private final ShopReader reader;
    private final Store store;
    private final StoreChanges changes;
    private final EntityManager entities;
    private final StoreConfig config;
    private final Clock clock;

    ImportShop(
            ShopReader reader,
            Store store,
            StoreChanges changes,
            EntityManager entities,
            StoreConfig config,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.changes = changes;
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** @throws kefu.chassis.problem.ProblemException 413 for too many at once, 400 for something else than a list */
    ImportResult customers(JsonNode list) {
        return each(list, reader::customer, customer -> put(customer, _ -> {}));
    }

    ImportResult orders(JsonNode list) {
        return each(list, reader::order, order -> put(order, _ -> {}));
    }

    /** @param unlessChanged looks at the row before it is overwritten, and throws to keep it */
    CustomerRow put(Customer customer, Consumer<Optional<CustomerRow>> unlessChanged) {
        waitFor("customer/" + customer.id());
        var known = store.lockCustomer(customer.id());
        unlessChanged.accept(known);
        var row = known.orElseGet(CustomerRow::new);
        if (!customer.equals(row.customer())) changes.customer(row, customer, clock.instant());
        entities.flush();
        return row;
    }

    OrderRow put(Order order, Consumer<Optional<OrderRow>> unlessChanged) {
        waitFor("order/" + OrderRow.lookup(order.id()));
        var known = store.lockOrderExactly(order.id());
        unlessChanged.accept(known);
        var row = known.orElseGet(OrderRow::new);
        if (row.id != null && !row.id.equals(order.id()))
            throw new IllegalArgumentException("id: the order is known as " + row.id);
        if (!order.equals(row.order())) changes.order(row, order, null, clock.instant());
        entities.flush();
        return row;
    }

    /** Two that bring the same new record at the same time come one after the other. */
    private void waitFor(String record) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:record, 0))) as lock")
                .setParameter("record", record)
                .getSingleResult();
    }

    private <T> ImportResult each(JsonNode list, Function<JsonNode, T> read, Consumer<T> put) {
        if (!list.isArray())
            throw Problem.badRequest("The body must be a JSON array.").asException();
        if (list.size() > config.importBatch())
            throw Problem.tooLarge("At most " + config.importBatch() + " at once, these are " + list.size() + ".")
                    .asException();
        var rejected = new ArrayList<ImportResult.Rejected>();
        for (int i = 0; i < list.size(); i++) {
            try {
                put.accept(read.apply(list.get(i)));
            } catch (IllegalArgumentException e) {
                rejected.add(new ImportResult.Rejected(i, e.getMessage()));
            }
        }
        return new ImportResult(list.size() - rejected.size(), rejected);
    }
}
