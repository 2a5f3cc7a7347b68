package kefu.routing.dialogue.slot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Order;
import kefu.model.shop.Product;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Ordinals;
import kefu.routing.dialogue.Situation;
import kefu.routing.store.PartOfName;
import kefu.routing.store.Store;

/** One of the customer's orders: named, where the customer is, or chosen. */
@ApplicationScoped
class OrderSlot implements SlotKind {
    private static final int MOST_OFFERED = 8;
    private static final Pattern LATEST =
            Pattern.compile("\\b(?:latest|newest|last|most recent)\\b|最近|最新|最后|上一[单个]|刚(?:才|刚)?[下买拍]");

    private final Store store;

    OrderSlot(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public boolean isValue() {
        return true;
    }

    @Override
    public Reading read(Asking asking) {
        var situation = asking.situation();
        var customer = situation.customer().orElseThrow().id();
        var named =
                asking.chosen().or(() -> situation.heard().entity("order_id").filter(id -> !isPostcode(id, situation)));
        if (named.isPresent()) {
            return store.order(named.get())
                    .filter(order -> order.customerId().equals(customer))
                    .<Reading>map(order -> new Reading.Filled(order.id()))
                    .orElse(new Reading.Wrong("again.order"));
        }
        var orders = candidates(asking);
        // An order that was named stays meant, even where it cannot be chosen: the rules then say why not.
        var here = current(situation, customer);
        if (orders.isEmpty()) return here.<Reading>map(Reading.Filled::new).orElse(new Reading.Impossible("noOrders"));
        if (asking.asked()) {
            var position = Ordinals.in(asking.text());
            if (position.isPresent() && position.getAsInt() <= offered(orders).size())
                return new Reading.Filled(orders.get(position.getAsInt() - 1).id());
            var written = orders.stream()
                    .filter(order -> mentions(asking.text(), order))
                    .toList();
            if (written.size() == 1)
                return new Reading.Filled(written.getFirst().id());
            var thing = holding(orders, asking.text(), true);
            if (thing.isPresent()) return new Reading.Filled(thing.get().id());
            if (LATEST.matcher(asking.text().toLowerCase(Locale.ROOT)).find())
                return new Reading.Filled(latest(orders).id());
        }
        if (here.isPresent()) return new Reading.Filled(here.get());
        // So does one of which something is named that none of the others has.
        var elsewhere = elsewhere(orders, asking);
        if (elsewhere.isPresent()) return new Reading.Filled(elsewhere.get().id());
        if (orders.size() == 1) return new Reading.Filled(orders.getFirst().id());
        return Optional.ofNullable(situation.state().opening())
                .flatMap(words -> holding(orders, words, false))
                .<Reading>map(order -> new Reading.Filled(order.id()))
                .orElse(new Reading.Nothing());
    }

    /** Who was identified by name and postcode has named no order by it. */
    private static boolean isPostcode(String id, Situation situation) {
        var address = situation.customer().orElseThrow().address();
        return address != null && address.zip() != null && id.replace("#", "").equals(address.zip());
    }

    private Optional<Order> elsewhere(List<Order> orders, Asking asking) {
        var opening = asking.situation().state().opening();
        var words = opening == null ? asking.text() : opening + "\n" + asking.text();
        var named = store.productsNamed(words).stream().map(Product::id).toList();
        boolean here = orders.stream()
                .flatMap(order -> order.items().stream())
                .anyMatch(item -> named.contains(item.productId()));
        if (named.isEmpty() || here) return Optional.empty();
        var all = store.ordersOf(asking.situation().customer().orElseThrow().id());
        return holding(all, words, false);
    }

    /** @return the only order that holds what is named. @param inPart whether a word of the name will do */
    private Optional<Order> holding(List<Order> orders, String text, boolean inPart) {
        var products = store.productsNamed(text).stream().map(Product::id).collect(Collectors.toSet());
        var whole = orders.stream()
                .filter(order -> order.items().stream().anyMatch(item -> products.contains(item.productId())))
                .toList();
        // Who names a product of the shop means no order of something that is called a little like it.
        if (!inPart || !products.isEmpty()) return only(whole);
        return only(orders.stream()
                .filter(order ->
                        order.items().stream().flatMap(this::names).anyMatch(name -> PartOfName.in(text, name)))
                .toList());
    }

    private Stream<String> names(Order.Item item) {
        return Stream.concat(
                Stream.of(item.name()),
                store.product(item.productId()).stream().flatMap(p -> p.name().byLanguage().values().stream()));
    }

    private static Optional<Order> only(List<Order> orders) {
        return orders.size() == 1 ? Optional.of(orders.getFirst()) : Optional.empty();
    }

    private static Order latest(List<Order> orders) {
        return orders.stream()
                .max(Comparator.comparing(Order::placedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElseThrow();
    }

    @Override
    public List<Option> options(Asking asking) {
        return offered(candidates(asking)).stream()
                .map(order -> new Option(order.id(), label(asking.situation(), order)))
                .toList();
    }

    private Optional<String> current(Situation situation, String customer) {
        return Optional.ofNullable(situation.context().orderId())
                .flatMap(store::order)
                .filter(order -> order.customerId().equals(customer))
                .map(Order::id);
    }

    private List<Order> candidates(Asking asking) {
        var statuses = asking.step().statuses();
        return store.ordersOf(asking.situation().customer().orElseThrow().id()).stream()
                .filter(order ->
                        statuses.isEmpty() || statuses.contains(order.status().json()))
                .toList();
    }

    private static List<Order> offered(List<Order> orders) {
        return orders.subList(0, Math.min(orders.size(), MOST_OFFERED));
    }

    /** The digits of an order's number without its sign, or the name of something in it. */
    private static boolean mentions(String text, Order order) {
        var lower = text.toLowerCase(Locale.ROOT);
        var number = order.id().replaceAll("\\D", "");
        return (!number.isEmpty() && lower.contains(number))
                || order.items().stream()
                        .anyMatch(item -> lower.contains(item.name().toLowerCase(Locale.ROOT)));
    }

    private String label(Situation situation, Order order) {
        var items = order.items().stream()
                .map(item -> store.product(item.productId())
                        .map(p -> p.name().in(situation.language()))
                        .orElse(item.name()))
                .distinct()
                .collect(Collectors.joining(", "));
        return order.id() + " · " + items + " · "
                + situation.say("status." + order.status().json());
    }
}
