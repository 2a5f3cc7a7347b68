package kefu.profiling.folding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kefu.model.event.ProductChanged;
import org.hibernate.Session;

/** Which category a product is of. */
@ApplicationScoped
class Categories {
    private final EntityManager entities;
    private final Clock clock;

    Categories(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Map<String, String> of(Collection<String> productIds) {
        var categories = new HashMap<String, String>();
        entities.unwrap(Session.class)
                .createNativeQuery(
                        "select product_id, category from product_category where product_id = any(cast(:ids as text[]))",
                        Tuple.class)
                .setParameter("ids", productIds.toArray(String[]::new))
                .getResultStream()
                .forEach(row -> categories.put(row.get(0, String.class), row.get(1, String.class)));
        return categories;
    }

    /** @return whether somebody's profile says something else now */
    boolean note(ProductChanged event) {
        int changed = entities.createNativeQuery("""
                        insert into product_category (product_id, category, changed_at)
                        values (:id, :category, :at)
                        on conflict (product_id) do update
                        set category = excluded.category, changed_at = excluded.changed_at
                        where product_category.changed_at < excluded.changed_at
                        and product_category.category <> excluded.category""")
                .setParameter("id", event.product().id())
                .setParameter("category", event.product().category())
                .setParameter("at", event.occurredAt())
                .executeUpdate();
        return changed == 1 && refold(event.product().id()) > 0;
    }

    /** Customers who had to do with a product fold anew. */
    private int refold(String productId) {
        return entities.createNativeQuery("""
                        update profile set dirty_since = coalesce(dirty_since, :now)
                        where customer_id in (
                            select customer_id from tally
                            where name = :product and dimension in ('INTEREST', 'PURCHASE')
                            union
                            select customer_id from placed_order
                            where cast(state as jsonb) -> 'productIds' @> to_jsonb(cast(:product as text)))""")
                .setParameter("product", productId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
