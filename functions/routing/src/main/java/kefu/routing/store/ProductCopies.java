package kefu.routing.store;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import kefu.chassis.inbox.Inbox;
import kefu.model.event.Event;
import kefu.model.event.ProductChanged;
import kefu.model.shop.Product;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the catalogue. */
@ApplicationScoped
class ProductCopies {
    private final Inbox inbox;
    private final EntityManager entities;
    private final Clock clock;

    ProductCopies(Inbox inbox, EntityManager entities, Clock clock) {
        this.inbox = inbox;
        this.entities = entities;
        this.clock = clock;
    }

    @Incoming("store-products")
    @Blocking
    void read(byte[] data) {
        inbox.once(data, "store-products", this::copy);
    }

    private void copy(Event event) {
        if (!(event instanceof ProductChanged changed))
            throw new IllegalArgumentException("not about a product: " + event.typeName());
        keep(changed.product());
    }

    /** Within a transaction. */
    void keep(Product product) {
        var row = Optional.ofNullable(entities.find(ProductRow.class, product.id()))
                .orElseGet(ProductRow::new);
        row.id = product.id();
        row.record = product;
        row.changedAt = clock.instant();
        if (!entities.contains(row)) entities.persist(row);
    }
}
