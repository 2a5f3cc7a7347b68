package kefu.routing.store;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kefu.chassis.event.Wire;
import kefu.chassis.outbox.Outbox;
import kefu.model.Ids;
import kefu.model.event.Event;
import kefu.model.event.ProductChanged;
import kefu.model.shop.LocalText;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.testing.Tokens;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the running store over its own doors, and listens at its topics. */
@ApplicationScoped
class ShopFixture {
    static final Product SHIRT = new Product(
            "shirt",
            new LocalText(Map.of("en", "Linen Shirt", "zh", "亚麻衬衫")),
            "clothing",
            null,
            Map.of(),
            List.of(variant("shirt-s", "45.00"), variant("shirt-m", "52.00")),
            List.of());

    static final String ADMIN = Tokens.role("admin");

    private final Outbox outbox;
    private final Store store;
    private final Wire wire;
    private final Clock clock;
    private final String brokers;

    ShopFixture(
            Outbox outbox,
            Store store,
            Wire wire,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.outbox = outbox;
        this.store = store;
        this.wire = wire;
        this.clock = clock;
        this.brokers = brokers;
    }

    /** Sends products as the catalogue does, and waits until the store has them. */
    void sell(List<Product> products) {
        publish(products.stream()
                .map(p -> (Event) new ProductChanged(Ids.next(), clock.instant(), clock.instant(), p))
                .toList());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> products.stream()
                        .allMatch(p -> store.product(p.id()).filter(p::equals).isPresent()));
    }

    /** Opens the shop of {@link #order}: it sells the shirt, and knows these customers. */
    void sellAShirtTo(String... customers) {
        sell(List.of(SHIRT));
        put("customers", Stream.of(customers).map(ShopFixture::customer).toList())
                .statusCode(200);
    }

    String yesterday() {
        return clock.instant()
                .minus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    void publish(List<Event> events) {
        QuarkusTransaction.requiringNew().run(() -> events.forEach(outbox::append));
    }

    static ValidatableResponse put(String path, Object body) {
        return RestAssured.given()
                .auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .body(body)
                .put("/v1/store/" + path)
                .then();
    }

    static Map<String, Object> customer(String id) {
        return Map.of(
                "id",
                id,
                "firstName",
                "静",
                "lastName",
                "陈",
                "email",
                id + "@Example.com",
                "address",
                Map.of("line1", "文三路 259 号", "city", "杭州市", "country", "CN", "zip", "310012"),
                "paymentMethods",
                List.of(
                        Map.of("id", id + "-card", "kind", "credit_card", "brand", "Visa", "lastFour", "4821"),
                        Map.of("id", id + "-gift", "kind", "gift_card", "balance", 120)));
    }

    /** One shirt for 49.00, paid by card. */
    static Map<String, Object> order(String id, String customerId, String status, String placedAt) {
        return Map.of(
                "id", id,
                "customerId", customerId,
                "status", status,
                "placedAt", placedAt,
                "address", Map.of("line1", "文三路 259 号", "city", "杭州市", "zip", "310012"),
                "items",
                        List.of(Map.of(
                                "productId", "shirt", "variantId", "shirt-s", "name", "Linen Shirt", "price", 49.00)),
                "payments", List.of(Map.of("kind", "payment", "amount", 49.00, "methodId", customerId + "-card")));
    }

    /** @return the first event on a topic, from its beginning, that is looked for; null is a tombstone */
    Event awaitEvent(String topic, String key, Predicate<Event> sought) {
        try (var consumer =
                new KafkaConsumer<String, byte[]>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            var found = new java.util.concurrent.atomic.AtomicReference<java.util.Optional<Event>>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (!key.equals(record.key())) continue;
                    var event = record.value() == null ? null : wire.read(record.value());
                    if (found.get() == null && sought.test(event)) found.set(java.util.Optional.ofNullable(event));
                }
                return found.get() != null;
            });
            return found.get().orElse(null);
        }
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    static ValidatableResponse operate(String role, String name, String orderId, Map<String, ?> body) {
        return as(role, name)
                .body(body)
                .post("/v1/store/orders/" + orderId + "/operations")
                .then();
    }

    static RequestSpecification as(String role, String name) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.token(name, role))
                .contentType("application/json");
    }

    static RequestSpecification admin() {
        return as("admin", "root");
    }

    private static Variant variant(String id, String price) {
        return new Variant(id, Map.of(), new java.math.BigDecimal(price), "USD", true);
    }
}
