package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.model.profile.Affinity;
import kefu.model.shop.Product;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.PartOfName;
import kefu.routing.store.Store;

/** A product of the shop: named, where the customer is, or chosen. */
@ApplicationScoped
class ProductSlot implements SlotKind {
    private static final int MOST_OFFERED = 6;

    private final Store store;

    ProductSlot(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public Reading read(Asking asking) {
        var context = asking.situation().context();
        var named = store.named(asking.text());
        return asking.chosen()
                .or(() -> named.alike()
                        ? Optional.empty()
                        : named.products().stream().findFirst())
                .or(() -> offered(asking))
                .or(() -> Optional.ofNullable(context.productId()))
                .flatMap(store::product)
                .<Reading>map(product -> new Reading.Filled(product.id()))
                .orElse(new Reading.Nothing());
    }

    /** "The hiking ones", where hiking shoes and running shoes were offered; "the last one". */
    private static Optional<String> offered(Asking asking) {
        if (!asking.asked()) return Optional.empty();
        var offered = asking.situation().state().options();
        var places = Ordinals.ones(asking.text(), offered.size());
        if (!places.isEmpty())
            return Optional.of(offered.get(places.getFirst() - 1).value());
        var said = offered.stream()
                .filter(option -> PartOfName.in(asking.text(), option.label()))
                .toList();
        return said.size() == 1 ? Optional.of(said.getFirst().value()) : Optional.empty();
    }

    @Override
    public List<Option> options(Asking asking) {
        var situation = asking.situation();
        var context = situation.context();
        var named = store.named(asking.text());
        if (named.alike()) return options(named.products().stream(), situation);
        var near = named.products().isEmpty() ? store.nearlyNamed(asking.text()) : List.<String>of();
        if (!near.isEmpty()) return options(near.stream(), situation);
        return options(
                Stream.of(
                                context.offered().stream(),
                                context.mentioned().reversed().stream(),
                                situation.profile().products().stream().map(Affinity::name))
                        .flatMap(ids -> ids),
                situation);
    }

    private List<Option> options(Stream<String> products, Situation situation) {
        return products.distinct()
                .map(store::product)
                .flatMap(Optional::stream)
                .limit(MOST_OFFERED)
                .map((Product p) -> new Option(p.id(), p.name().in(situation.language())))
                .toList();
    }
}
