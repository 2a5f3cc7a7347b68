package kefu.routing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kefu.routing.context.Named;

/** The index of product names, made anew when a product has changed. Thread-safe. */
@ApplicationScoped
class ProductNames {
    private final EntityManager entities;
    private final StoreConfig config;
    private final Clock clock;
    private volatile Index index = new Index(NameIndex.of(List.of()), "", Instant.MIN);

    /** @param state tells one state of the product table from another */
    private record Index(NameIndex names, String state, Instant checkedAt) {}

    ProductNames(EntityManager entities, StoreConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    Named in(String text) {
        return fresh().names().in(text);
    }

    List<String> near(String text) {
        return fresh().names().near(text);
    }

    /** The next search sees what has changed until then. */
    void lookAgain() {
        var known = index;
        index = new Index(known.names(), known.state(), Instant.MIN);
    }

    private Index fresh() {
        var now = clock.instant();
        var known = index;
        if (known.checkedAt().isAfter(now.minus(config.namesRefresh()))) return known;
        var state = state();
        var names = state.equals(known.state()) ? known.names() : read();
        index = new Index(names, state, now);
        return index;
    }

    /** Versions only grow, so their number and sum differ after every change, in whichever order it was committed. */
    private String state() {
        var row = entities.createQuery("select count(*), coalesce(sum(version), 0) from ProductRow", Object[].class)
                .getSingleResult();
        return row[0] + "/" + row[1];
    }

    private NameIndex read() {
        return NameIndex.of(entities.createQuery("select record from ProductRow", kefu.model.shop.Product.class)
                .getResultList());
    }
}
