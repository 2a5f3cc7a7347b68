package kefu.analytics.count;

import java.util.HashSet;
import java.util.Set;
import kefu.model.event.ProductsRecommended;
import kefu.model.shop.Interaction;

/**
 * What was shown, and what followed from it. A customer's view, cart or purchase of a product follows from the last time
 * it was shown to them, once, and is counted in the bucket of that showing: a rate is never above 1.
 */
final class CountRecommendation {
    private static final Set<Interaction.Kind> FOLLOWING =
            Set.of(Interaction.Kind.VIEW, Interaction.Kind.CART, Interaction.Kind.PURCHASE);

    private final Buckets buckets;
    private final Shown shown;

    CountRecommendation(Buckets buckets, Shown shown) {
        this.buckets = buckets;
        this.shown = shown;
    }

    void shown(ProductsRecommended recommended, long at) {
        buckets.change(
                at, tally -> tally.count(Counters.SHOWN, recommended.items().size()));
        if (recommended.customerId() == null) return;
        for (var item : recommended.items())
            shown.put(recommended.customerId(), item.productId(), new Shown.Impression(at, Set.of()));
    }

    void interaction(Interaction done, long at) {
        var kind = done.kind().json();
        buckets.change(at, tally -> tally.count(Counters.INTERACTION + kind));
        if (!FOLLOWING.contains(done.kind())) return;
        shown.lastBefore(done.customerId(), done.productId(), at)
                .filter(impression -> !impression.followedBy().contains(kind))
                .ifPresent(impression -> {
                    var followed = new HashSet<>(impression.followedBy());
                    followed.add(kind);
                    shown.put(done.customerId(), done.productId(), new Shown.Impression(impression.at(), followed));
                    buckets.change(impression.at(), tally -> tally.count(Counters.FOLLOWED + kind));
                });
    }
}
