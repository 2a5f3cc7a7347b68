package kefu.recommendation.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import kefu.recommendation.history.Customers;
import kefu.recommendation.product.Products;

/**
 * Reads what changed. A transaction below {@code pg_snapshot_xmin} is over, and none appears below it any more: a range
 * that ends there is complete.
 */
@ApplicationScoped
class KeptReader {
    private static final int LONGEST_SECONDS = 300;

    private final EntityManager entities;
    private final Products products;
    private final Customers customers;

    KeptReader(EntityManager entities, Products products, Customers customers) {
        this.entities = entities;
        this.products = products;
        this.customers = customers;
    }

    /** @return the first transaction that may not be over */
    String end() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String)
                        entities.createNativeQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                                .getSingleResult());
    }

    /** @return what the transactions in [from, to) wrote */
    Kept read(String from, String to) {
        return QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .call(() -> new Kept(products.changed(from, to), customers.changed(from, to)));
    }
}
