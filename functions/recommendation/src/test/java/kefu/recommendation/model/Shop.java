package kefu.recommendation.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.shop.LocalText;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.recommendation.model.behaviour.Action;
import kefu.recommendation.model.behaviour.Action.Kind;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.behaviour.History;
import kefu.recommendation.model.behaviour.Horizons;
import kefu.recommendation.model.behaviour.Learner;
import kefu.recommendation.model.behaviour.Taste;
import kefu.recommendation.model.content.Catalogue;
import kefu.recommendation.model.content.Listed;

/** A small shop for tests, put together in its own words. */
public final class Shop {
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));

    private final List<Listed> products = new ArrayList<>();
    private final Map<String, List<Action>> actions = new LinkedHashMap<>();

    public Shop sells(Product product) {
        return sells(product, LONG_AGO);
    }

    public Shop sells(Product product, Instant since) {
        products.add(Listed.of(product, since));
        return this;
    }

    public Shop bought(String customer, String... productIds) {
        return did(customer, Kind.PURCHASE, Duration.ofDays(90), productIds);
    }

    public Shop viewed(String customer, String... productIds) {
        return did(customer, Kind.VIEW, Duration.ofHours(2), productIds);
    }

    public Shop did(String customer, Kind kind, Duration ago, String... productIds) {
        var own = actions.computeIfAbsent(customer, _ -> new ArrayList<>());
        for (int i = 0; i < productIds.length; i++)
            own.add(new Action(productIds[i], kind, NOW.minus(ago).plusSeconds(60L * i)));
        return this;
    }

    public Customer customer(String id) {
        return new Customer(new History(actions.getOrDefault(id, List.of())), Taste.UNKNOWN);
    }

    public Snapshot snapshot() {
        var learner = new Learner(Horizons.from(NOW));
        actions.keySet().forEach(id -> learner.learn(id, customer(id)));
        return new Snapshot(Catalogue.EMPTY.with(products), learner.publish());
    }

    static Ask ask(Customer customer) {
        return new Ask(customer, Optional.empty(), "", 5, NOW);
    }

    static Ask page(String productId) {
        return new Ask(Customer.UNKNOWN, Optional.of(productId), "", 5, NOW);
    }

    static Ask query(String text) {
        return new Ask(Customer.UNKNOWN, Optional.empty(), text, 5, NOW);
    }

    public static Product product(String id, String en, String zh, String category, Map<String, LocalText> attributes) {
        return new Product(id, both(en, zh), category, null, attributes, variants(id, true), List.of());
    }

    public static Product product(String id, String name, String category) {
        return new Product(id, LocalText.of(name), category, null, Map.of(), variants(id, true), List.of());
    }

    static Product priced(String id, String name, String price) {
        var variant = new Variant(id + "-v", Map.of(), new BigDecimal(price), "USD", true);
        return new Product(id, LocalText.of(name), "kitchen", null, Map.of(), List.of(variant), List.of());
    }

    public static Product soldOut(String id, String name, String category) {
        return new Product(id, LocalText.of(name), category, null, Map.of(), variants(id, false), List.of());
    }

    public static LocalText both(String en, String zh) {
        return new LocalText(Map.of("en", en, "zh", zh));
    }

    private static List<Variant> variants(String id, boolean available) {
        return List.of(new Variant(id + "-v", Map.of(), new BigDecimal("10.00"), "USD", available));
    }
}
