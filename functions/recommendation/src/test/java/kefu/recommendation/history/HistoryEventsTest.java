package kefu.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.model.Ids;
import kefu.model.event.DeadLetter;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.event.ProfileChanged;
import kefu.model.event.Topics;
import kefu.model.profile.Affinity;
import kefu.model.profile.Consents;
import kefu.model.profile.Profile;
import kefu.model.shop.Interaction;
import kefu.model.shop.Interaction.Kind;
import kefu.model.shop.Order;
import kefu.model.shop.OrderStatus;
import kefu.model.shop.Review;
import kefu.recommendation.Catalogued;
import kefu.recommendation.Kafka;
import kefu.recommendation.live.LiveModel;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.behaviour.History;
import kefu.recommendation.model.behaviour.Together;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class HistoryEventsTest {
    @Inject
    Kafka kafka;

    @Inject
    LiveModel model;

    @Inject
    Actions actions;

    @Test
    void whatSeveralCustomersBoughtIsRecommendedTogether() {
        Catalogued.put("h-tent", "Tent", "h-outdoor");
        Catalogued.put("h-pump", "Pump", "h-tools");
        for (var id : List.of("h-a", "h-b", "h-c")) {
            kafka.publish(interaction(id, Kind.PURCHASE, "h-tent"));
            kafka.publish(interaction(id, Kind.PURCHASE, "h-pump"));
        }
        await().untilAsserted(() -> assertThat(together("h-tent")).isEqualTo(Map.of("h-pump", 3)));
        io.restassured.RestAssured.given()
                .queryParam("productId", "h-tent")
                .get("/v1/recommendations")
                .then()
                .body("items[0].productId", org.hamcrest.Matchers.is("h-pump"))
                .body("items[0].reason.en", org.hamcrest.Matchers.is("Often bought together with Tent"));
    }

    @Test
    void anEventDeliveredAgainCountsOnce() {
        var event = interaction("dup", Kind.VIEW, "dup-1");
        for (int i = 0; i < 3; i++) kafka.publish(event);
        kafka.publish(interaction("dup", Kind.VIEW, "dup-2"));
        await().until(() -> stored("dup").contains("dup-2"));
        assertThat(stored("dup")).containsExactlyInAnyOrder("dup-1", "dup-2");
    }

    @Test
    void reviewsSpeakForOrAgainstAndSearchesAreNotKept() {
        kafka.publish(review("rev", "rev-good", 5));
        kafka.publish(review("rev", "rev-bad", 1));
        kafka.publish(review("rev", "rev-so-so", 3));
        var search = new Interaction("rev", Kind.SEARCH, null, "my secret", null, null, Instant.now());
        kafka.publish(new InteractionRecorded(Ids.next(), Instant.now(), Instant.now(), search));
        kafka.publish(interaction("rev", Kind.VIEW, "rev-last"));
        await().until(() -> stored("rev").contains("rev-last"));
        assertThat(stored("rev")).containsExactlyInAnyOrder("rev-good", "rev-bad", "rev-last");
        await().until(() -> history("rev").refused().contains("rev-bad"));
    }

    @Test
    void anOrderIsAPurchaseUntilItIsCancelled() {
        kafka.publish(order("ord", "#H1", OrderStatus.PENDING, "ord-1", "ord-2"));
        await().until(() -> history("ord").bought().keySet().containsAll(List.of("ord-1", "ord-2")));
        kafka.publish(order("ord", "#H1", OrderStatus.PENDING_ITEMS_MODIFIED, "ord-1", "ord-3"));
        await().until(() -> history("ord").bought().keySet().equals(java.util.Set.of("ord-1", "ord-3")));
        kafka.publish(order("ord", "#H1", OrderStatus.CANCELLED, "ord-1", "ord-3"));
        await().until(() -> history("ord").bought().isEmpty());
    }

    @Test
    void aCustomerIsForgottenAndStaysSo() {
        for (var id : List.of("era-1", "era-2")) {
            kafka.publish(interaction(id, Kind.PURCHASE, "era-tent"));
            kafka.publish(interaction(id, Kind.PURCHASE, "era-mat"));
        }
        kafka.publish(profile("era-1", true));
        await().until(() -> together("era-tent").containsKey("era-mat")
                && customer("era-1")
                        .filter(c -> !c.taste().categories().isEmpty())
                        .isPresent());

        kafka.publish(new ErasureRequested(Ids.next(), Instant.now(), Instant.now(), "era-1"));
        var confirmed = kafka.await(
                Topics.ERASURES, ErasureConfirmed.class, e -> e.customerId().equals("era-1"));
        assertThat(confirmed.function()).isEqualTo("recommendation");
        assertThat(confirmed.erased()).isEqualTo(3);
        await().until(() -> customer("era-1").isEmpty());
        assertThat(together("era-tent")).isEmpty();
        assertThat(stored("era-1")).isEmpty();

        kafka.publish(
                interactionAt("era-1", Kind.VIEW, "era-late", Instant.now().minus(Duration.ofHours(1))));
        kafka.publish(interactionAt("era-1", Kind.VIEW, "era-new", Instant.now().plusSeconds(1)));
        await().until(() -> stored("era-1").contains("era-new"));
        assertThat(stored("era-1")).containsExactly("era-new");
    }

    @Test
    void anErasureOfSomebodyUnknownIsConfirmedToo() {
        kafka.publish(new ErasureRequested(Ids.next(), Instant.now(), Instant.now(), "era-nobody"));
        var confirmed = kafka.await(
                Topics.ERASURES, ErasureConfirmed.class, e -> e.customerId().equals("era-nobody"));
        assertThat(confirmed.erased()).isZero();
    }

    @Test
    void whoWithdrawsConsentIsRememberedNoLonger() {
        kafka.publish(interaction("con", Kind.VIEW, "con-1"));
        await().until(() -> stored("con").contains("con-1"));
        kafka.publish(profile("con", false));
        await().until(() ->
                customer("con").filter(c -> !c.taste().personalised()).isPresent());
        assertThat(stored("con")).isEmpty();
        kafka.publish(interaction("con", Kind.VIEW, "con-2"));
        kafka.publish(interaction("con-other", Kind.VIEW, "con-2"));
        kafka.publish(interaction("con", Kind.VIEW, "con-3"));
        kafka.publish(profile("con", true));
        await().until(() ->
                customer("con").filter(c -> c.taste().personalised()).isPresent());
        kafka.publish(interaction("con", Kind.VIEW, "con-4"));
        await().until(() -> stored("con").contains("con-4"));
        assertThat(stored("con")).doesNotContain("con-1");
    }

    @Test
    void onlyTheNewestActionsOfACustomerAreKept() {
        var from = Instant.now().minus(Duration.ofDays(1));
        for (int i = 0; i < History.MOST + 5; i++)
            kafka.publish(interactionAt("long", Kind.VIEW, "long-" + i, from.plusSeconds(i)));
        await().atMost(Duration.ofSeconds(30)).until(() -> stored("long").contains("long-" + (History.MOST + 4)));
        assertThat(stored("long")).hasSize(History.MOST).doesNotContain("long-4");
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAndStopsNothing() {
        kafka.publish(Topics.INTERACTIONS, "dead", "{\"type\": \"nonsense\"}");
        kafka.publish(Topics.INTERACTIONS, "dead", "this is no JSON");
        kafka.publish(interaction("dead", Kind.VIEW, "dead-1"));
        await().until(() -> stored("dead").contains("dead-1"));
        var dead = kafka.awaitRecord(
                DeadLetter.topic(Topics.INTERACTIONS), r -> new String(r.value()).equals("this is no JSON"));
        assertThat(dead.headers().lastHeader(DeadLetter.REASON)).isNotNull();
    }

    @Test
    void aDeadLetterIsKeptWithWhyAndWhereThoughItIsAsLargeAsATopicTakes() {
        var large = "no event " + "x".repeat(1_048_400);
        kafka.publish(Topics.INTERACTIONS, "large", large);
        var dead = kafka.awaitRecord(DeadLetter.topic(Topics.INTERACTIONS), r -> "large".equals(r.key()));
        assertThat(new String(dead.value())).isEqualTo(large);
        assertThat(dead.headers().lastHeader(DeadLetter.REASON)).isNotNull();
        assertThat(new String(dead.headers().lastHeader(DeadLetter.TOPIC).value()))
                .isEqualTo(Topics.INTERACTIONS);
        assertThat(dead.headers().lastHeader(DeadLetter.OFFSET)).isNotNull();
    }

    private List<String> stored(String customerId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> actions.list("customerId", customerId).stream()
                        .map(row -> row.productId)
                        .toList());
    }

    private Optional<Customer> customer(String id) {
        return model.now().behaviour().customer(id);
    }

    private History history(String customerId) {
        return customer(customerId).map(Customer::history).orElse(History.NONE);
    }

    private Map<String, Integer> together(String productId) {
        return model.now().behaviour().bought().of(productId).stream()
                .collect(java.util.stream.Collectors.toMap(
                        Together.Neighbour::productId, Together.Neighbour::customers));
    }

    private static InteractionRecorded interaction(String customerId, Kind kind, String productId) {
        return interactionAt(customerId, kind, productId, Instant.now());
    }

    private static InteractionRecorded interactionAt(String customerId, Kind kind, String productId, Instant at) {
        var interaction = new Interaction(customerId, kind, productId, null, null, null, at);
        return new InteractionRecorded(Ids.next(), at, at, interaction);
    }

    private static InteractionRecorded review(String customerId, String productId, int rating) {
        var now = Instant.now();
        var review = new Review(Ids.next(), productId, customerId, rating, "", "en", now, List.of());
        return new InteractionRecorded(
                Ids.next(), now, now, new Interaction(customerId, Kind.REVIEW, productId, null, review, null, now));
    }

    private static OrderChanged order(String customerId, String orderId, OrderStatus status, String... products) {
        var now = Instant.now();
        var items = Stream.of(products)
                .map(id -> new Order.Item(id, id + "-v", id, BigDecimal.TEN, Map.of()))
                .toList();
        return new OrderChanged(
                Ids.next(), now, now, orderId, customerId, status, now, BigDecimal.TEN, "USD", items, null);
    }

    private static ProfileChanged profile(String customerId, boolean personalised) {
        var now = Instant.now();
        var unknown = Profile.unknown(customerId);
        var profile = new Profile(
                customerId,
                1,
                null,
                unknown.segments(),
                List.of(new Affinity("h-outdoor", 0.7)),
                List.of(),
                List.of(),
                List.of(),
                0,
                null,
                0,
                0.5,
                now,
                new Consents(personalised, true, false));
        return new ProfileChanged(Ids.next(), now, now, profile);
    }
}
