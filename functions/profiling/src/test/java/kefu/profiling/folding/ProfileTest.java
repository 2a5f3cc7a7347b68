package kefu.profiling.folding;

import static kefu.profiling.Shop.as;
import static kefu.profiling.Shop.asAdmin;
import static kefu.profiling.Shop.asCustomer;
import static kefu.profiling.Shop.newCustomer;
import static kefu.profiling.Shop.tell;
import static kefu.profiling.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import kefu.chassis.event.Wire;
import kefu.model.event.DeadLetter;
import kefu.model.event.Event;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.event.ProductChanged;
import kefu.model.event.ProfileChanged;
import kefu.model.event.Topics;
import kefu.model.event.TurnAnswered;
import kefu.model.profile.Affinity;
import kefu.model.profile.Profile;
import kefu.model.shop.Interaction;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.model.shop.Product;
import kefu.model.shop.Variant;
import kefu.model.turn.Owner;
import kefu.model.turn.TurnAnswer;
import kefu.model.understanding.Emotion;
import kefu.profiling.Kafka;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ProfileTest {
    private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");

    @Inject
    Wire wire;

    @Test
    void ofSomebodyNewTheProfileSaysThatNothingIsKnown() {
        var customer = newCustomer();

        assertThat(profile(customer)).isEqualTo(Profile.unknown(customer));
    }

    @Test
    void whatACustomerDoesBecomesTheirProfileAndIsPublished() {
        var customer = newCustomer();
        tell(asCustomer(customer), "[%s, %s]".formatted(view(customer, "p1"), view(customer, "p2")))
                .statusCode(202);

        var profile = await(customer, p -> p.products().size() == 2);

        assertThat(profile.version()).isPositive();
        assertThat(profile.lastSeen()).isEqualTo(AT);
        Awaitility.await().untilAsserted(() -> assertThat(published(customer)).contains(profile));
    }

    @Test
    void allThatIsHeardOfACustomerGoesIntoTheProfile() {
        var customer = newCustomer();
        var product = "p-" + UUID.randomUUID();
        send(order(customer, "o-" + customer, product));
        send(turn(customer));
        send(new FeedbackGiven(id(), AT, AT, "conv-" + customer, customer, 5, null, null));
        send(new ProductChanged(id(), AT, AT, product(product, "tents")));

        var profile = await(
                customer,
                p -> p.turns() == 1
                        && p.orders() == 1
                        && p.satisfaction() > 0.8
                        && !p.categories().isEmpty());

        assertThat(profile.language()).isEqualTo("zh");
        assertThat(profile.segments()).first().isEqualTo("regular");
        assertThat(profile.averageOrder()).isEqualByComparingTo("39.90");
        assertThat(profile.categories()).extracting(Affinity::name).containsExactly("tents");
        assertThat(profile.intents()).extracting(Affinity::name).containsExactly("product.quality");
        assertThat(profile.aspects()).extracting(Affinity::name).containsExactly("waterproof");
    }

    @Test
    void anEventThatIsDeliveredTwiceCountsOnce() {
        var twice = newCustomer();
        var once = newCustomer();
        var event = viewed(twice, "p1", AT);
        send(event);
        send(event);
        send(viewed(twice, "p2", AT));
        send(viewed(once, "p1", AT));
        send(viewed(once, "p2", AT));

        assertThat(await(twice, p -> p.products().size() == 2).products())
                .isEqualTo(await(once, p -> p.products().size() == 2).products());
    }

    @Test
    void anyOrderOfArrivalGivesTheSameProfile() {
        var events = new ArrayList<Interaction>();
        for (int i = 0; i < 12; i++)
            events.add(new Interaction(
                    "somebody",
                    i % 3 == 0 ? Interaction.Kind.CART : Interaction.Kind.VIEW,
                    "p" + i % 5,
                    null,
                    null,
                    null,
                    AT.minusSeconds(86_400L * 9 * i)));
        var inOrder = newCustomer();
        var shuffled = newCustomer();
        events.forEach(i -> send(of(inOrder, i)));
        Collections.shuffle(events, new Random(7));
        events.forEach(i -> send(of(shuffled, i)));
        List.of(inOrder, shuffled).forEach(c -> send(viewed(c, "last", AT)));

        var first = await(inOrder, p -> p.products().size() == 6);
        var second = await(shuffled, p -> p.products().size() == 6);

        assertThat(second.products()).isEqualTo(first.products());
        assertThat(second.lastSeen()).isEqualTo(first.lastSeen());
    }

    @Test
    void manyEventsAtOnceAreFewChangesOfTheProfile() {
        var customer = newCustomer();
        var batch = new ArrayList<String>();
        for (int i = 0; i < 100; i++) batch.add(view(customer, "p" + i % 10));
        tell(asCustomer(customer), batch.toString()).statusCode(202);

        // A hundred views of ten products are ten of each: m / (m + 5) with m = 10.
        await(customer, p -> p.products().size() == 10 && p.products().stream().allMatch(a -> a.weight() == 0.6667));

        assertThat(published(customer)).hasSizeLessThan(30);
    }

    @Test
    void whatIsNoEventGoesToTheDeadLetterTopicAndTheNextIsProcessed() {
        var customer = newCustomer();
        Kafka.send(Topics.INTERACTIONS, customer, "{\"type\": \"no such thing\"}");
        Kafka.send(Topics.INTERACTIONS, customer, null);
        send(viewed(customer, "p1", AT));

        await(customer, p -> p.products().size() == 1);

        var dead = Awaitility.await()
                .until(() -> Kafka.records(DeadLetter.topic(Topics.INTERACTIONS), customer), d -> !d.isEmpty());
        assertThat(dead).hasSize(1);
        assertThat(dead.getFirst().value()).contains("no such thing");
        assertThat(Kafka.header(dead.getFirst(), DeadLetter.REASON)).contains("no such thing");
    }

    @Test
    void staffReadProfilesAndOthersDoNot() {
        as(Tokens.role("agent"))
                .get("/v1/customers/c1/profile")
                .then()
                .statusCode(200)
                .body("segments", contains("new"));
        asCustomer("c2").get("/v1/customers/c1/profile").then().statusCode(403).body("status", equalTo(403));
        as(Tokens.role("analyst")).get("/v1/customers/c1/profile").then().statusCode(403);
        RestAssured.get("/v1/customers/c1/profile").then().statusCode(401);
    }

    private Profile await(String customer, Predicate<Profile> condition) {
        return Awaitility.await().alias("profile of " + customer).until(() -> profile(customer), condition);
    }

    private static Profile profile(String customer) {
        return asAdmin()
                .get("/v1/customers/{id}/profile", customer)
                .then()
                .statusCode(200)
                .extract()
                .as(Profile.class);
    }

    private List<Profile> published(String customer) {
        return Kafka.records(Topics.PROFILES, customer).stream()
                .map(record -> wire.read(record.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .map(ProfileChanged.class::cast)
                .map(ProfileChanged::profile)
                .toList();
    }

    private void send(Event event) {
        Kafka.send(event.topic(), event.key(), wire.write(event));
    }

    private static Event viewed(String customer, String product, Instant at) {
        return of(customer, new Interaction(customer, Interaction.Kind.VIEW, product, null, null, null, at));
    }

    private static Event of(String customer, Interaction i) {
        return new InteractionRecorded(
                id(),
                i.at(),
                i.at(),
                new Interaction(customer, i.kind(), i.productId(), i.query(), i.review(), i.media(), i.at()));
    }

    private static Event order(String customer, String id, String product) {
        var item = new Order.Item(product, "v1", "Tent", new BigDecimal("39.90"), Map.of());
        return new OrderChanged(
                id(), AT, AT, id, customer, OrderStatus.PENDING, AT, item.price(), "USD", List.of(item), null);
    }

    private static Product product(String id, String category) {
        return new Product(
                id,
                LocalText.of("Tent"),
                category,
                LocalText.of("A tent"),
                Map.of(),
                List.of(new Variant("v1", Map.of(), BigDecimal.TEN, "USD", true)),
                List.of());
    }

    private static Event turn(String customer) {
        return new TurnAnswered(
                id(),
                AT,
                AT,
                "conv-" + customer,
                1,
                customer,
                "web",
                "ecommerce",
                "这个防水吗",
                new TurnAnswer.Understood("zh-Hans", "product.quality", 0.9, List.of(), Emotion.NEUTRAL, List.of()),
                null,
                null,
                "防水。",
                List.of(),
                List.of(),
                List.of(),
                Owner.BOT,
                List.of(),
                12,
                null);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
