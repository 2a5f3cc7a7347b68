package kefu.recommendation.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.ProductChanged;
import kefu.model.shop.Product;
import kefu.recommendation.Changes;

/** Puts products into the catalogue and tells everybody, in one transaction. */
@ApplicationScoped
class SaveProducts {
    private final Products products;
    private final Outbox outbox;
    private final Changes changes;
    private final Clock clock;

    SaveProducts(Products products, Outbox outbox, Changes changes, Clock clock) {
        this.products = products;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param changed products that are new or different @param unchanged products that were so already */
    record Count(int changed, int unchanged) {}

    @Transactional
    Products.Saved save(Product product, Optional<Integer> expected) {
        var saved = products.save(product, expected);
        if (saved.change() != Products.Change.NONE) {
            var now = clock.instant();
            outbox.append(new ProductChanged(Ids.next(), now, now, product));
            changes.afterCommit();
        }
        return saved;
    }

    /** All of them or none. In the order of ids, so that two imports at once do not wait for each other in a circle. */
    @Transactional
    Count saveAll(List<Product> all) {
        int changed = (int) all.stream()
                .sorted(Comparator.comparing(Product::id))
                .filter(product -> save(product, Optional.empty()).change() != Products.Change.NONE)
                .count();
        return new Count(changed, all.size() - changed);
    }
}
