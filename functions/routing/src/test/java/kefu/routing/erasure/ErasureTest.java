package kefu.routing.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kefu.chassis.event.Wire;
import kefu.chassis.outbox.Outbox;
import kefu.chassis.sql.Sql;
import kefu.model.Ids;
import kefu.model.event.ErasureConfirmed;
import kefu.model.event.ErasureRequested;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.Topics;
import kefu.routing.conversation.Talk;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer talks, buys, complains, rates, and is forgotten. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ErasureTest {
    private static final List<String> PERSONAL =
            List.of("Zhaodi", "Quillfeather", "@quill.example", "13912345678", "Wisteria Lane", "lavenderoil", "薰衣草味");

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    Sql sql;

    @Inject
    Wire wire;

    @Inject
    @All
    List<Eraser> erasers;

    private final String customer = "c-" + UUID.randomUUID();
    private final String order = "#W" + (System.nanoTime() % 100_000_000);

    @BeforeEach
    void aCustomerWithAnOrder() {
        put(
                "customers/" + customer,
                Map.of(
                        "id",
                        customer,
                        "firstName",
                        "Zhaodi",
                        "lastName",
                        "Quillfeather",
                        "email",
                        email(),
                        "phone",
                        "13912345678",
                        "address",
                        Map.of(
                                "line1", "7 Wisteria Lane",
                                "city", "Austin",
                                "country", "USA",
                                "zip", "78701"),
                        "paymentMethods",
                        List.of(Map.of("id", "pm-z", "kind", "paypal"))));
        put(
                "orders",
                List.of(Map.of(
                        "id",
                        order,
                        "customerId",
                        customer,
                        "status",
                        "pending",
                        "placedAt",
                        "2026-11-01T10:00:00Z",
                        "address",
                        Map.of(
                                "line1", "7 Wisteria Lane",
                                "city", "Austin",
                                "country", "USA",
                                "zip", "78701"),
                        "items",
                        List.of(Map.of("productId", "p", "variantId", "v", "name", "Kettle", "price", 20.50)),
                        "payments",
                        List.of(Map.of("kind", "payment", "amount", 20.50, "methodId", "pm-z")))));
    }

    @Test
    void nothingAnybodyCanReadIsEverKeptAndNothingAtAllAfterAnErasure() throws Exception {
        var talk = everythingACustomerDoes();
        assertThat(EveryTable.thatShows(database, List.of(customer)))
                .contains("conversation: " + customer, "handoff: " + customer, "feedback: " + customer);
        await().untilAsserted(() ->
                assertThat(EveryTable.thatShows(database, PERSONAL)).isEmpty());

        publish(new ErasureRequested(Ids.next(), Instant.now(), Instant.now(), customer));

        await().untilAsserted(() -> assertThat(confirmations()).hasSize(1));
        assertThat(confirmations().getFirst().erased()).isGreaterThanOrEqualTo(4);
        await().untilAsserted(() -> assertThat(EveryTable.thatShows(
                        database,
                        List.of(customer, talk.id, "Zhaodi", "Quillfeather", "@quill.example", "lavenderoil")))
                .isEmpty());
        given().auth()
                .oauth2(Tokens.role("agent"))
                .get("/v1/conversations/" + talk.id)
                .then()
                .statusCode(404);
        talk.send(Map.of("text", "hello?")).then().statusCode(404).contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.role("agent"))
                .get("/v1/store/orders/{id}", order)
                .then()
                .body("customerId", equalTo("erased"), "status", equalTo("cancelled"), "address", nullValue());
    }

    @Test
    void anErasureIsConfirmedOnceHoweverOftenItsRequestArrives() {
        Talk.start().say("hello");
        var request = new ErasureRequested(Ids.next(), Instant.now(), Instant.now(), customer);

        publish(request);
        publish(request);
        var last = new ErasureRequested(Ids.next(), Instant.now(), Instant.now(), customer + "-last");
        publish(last);

        await().untilAsserted(
                        () -> assertThat(confirmationsOf(last.customerId())).hasSize(1));
        assertThat(confirmations()).hasSize(1);
    }

    @Test
    void whatHasNotLeftYetIsTakenBack() {
        var talk = identified();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(new FeedbackGiven(
                    Ids.next(), Instant.now(), Instant.now(), talk.id, customer, 1, "lavenderoil", null));
            sql.sendWaiting();
            assertThat(waiting(talk.id)).isPositive();

            erasers.forEach(eraser -> eraser.erase(customer));

            assertThat(waiting(talk.id)).isZero();
        });
    }

    @Test
    void aConversationThatBecomesTheCustomersWhileTheErasureRunsIsErasedToo() throws Exception {
        var talks = List.of(Talk.start(), Talk.start(), Talk.start(), Talk.start());
        talks.forEach(talk -> talk.say("where is my order"));
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            talks.forEach(talk -> threads.submit(() -> talk.send(Map.of("text", email()))));
            publish(new ErasureRequested(Ids.next(), Instant.now(), Instant.now(), customer));
        }
        await().untilAsserted(() -> assertThat(confirmations()).hasSize(1));

        // Those who came too late stay strangers: nothing of the customer is shown to them.
        assertThat(EveryTable.thatShows(database, List.of(customer)).stream()
                        .filter(table -> !table.startsWith("outbox")))
                .isEmpty();
    }

    private Talk identified() {
        var talk = Talk.start();
        talk.say("I want to cancel my order").body("reply.expects.slot", equalTo("identity"));
        talk.say(email()).body("reply.expects.slot", equalTo("reason"));
        return talk;
    }

    private Talk everythingACustomerDoes() {
        var talk = identified();
        talk.choose("reason", "no longer needed").body("reply.act", equalTo("confirm"));
        talk.choose("confirmation", "yes").body("reply.act", equalTo("notify_success"));
        talk.say("It smelt of lavenderoil, 薰衣草味, call me on 13912345678");
        talk.say("Send it to 7 Wisteria Lane, I am Zhaodi Quillfeather");
        var handoff = post(talk.token, "conversations/" + talk.id + "/handoff", Map.of("reason", "lavenderoil again"))
                .<String>path("id");
        var agent = Tokens.role("agent");
        post(agent, "handoffs/" + handoff + "/claim", Map.of());
        post(agent, "handoffs/" + handoff + "/messages", Map.of("text", "Dear Zhaodi, sorry for the lavenderoil"));
        talk.say("It is still lavenderoil");
        post(agent, "handoffs/" + handoff + "/resolve", Map.of("reason", "Zhaodi got a new one"));
        post(talk.token, "conversations/" + talk.id + "/feedback", Map.of("rating", 2, "comment", "lavenderoil"));
        post(
                agent,
                "store/customers/" + customer + "/operations",
                Map.of(
                        "name",
                        "changeCustomerAddress",
                        "arguments",
                        Map.of(
                                "address",
                                Map.of(
                                        "line1", "9 Wisteria Lane",
                                        "city", "Austin",
                                        "country", "USA",
                                        "zip", "78701"))));
        post(Tokens.customer(customer), "conversations", Map.of("channel", "app"));
        return talk;
    }

    private String email() {
        return customer + "@quill.example";
    }

    private static void put(String path, Object body) {
        given().auth()
                .oauth2(Tokens.role("admin"))
                .contentType("application/json")
                .body(body)
                .put("/v1/store/" + path)
                .then()
                .statusCode(200);
    }

    private static io.restassured.response.ExtractableResponse<?> post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/v1/" + path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(org.hamcrest.Matchers.lessThan(300))
                .extract();
    }

    private void publish(ErasureRequested request) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(request));
    }

    private long waiting(String conversationId) {
        return (Long) entities.createNativeQuery("select count(*) from outbox where record_key = :key", Long.class)
                .setParameter("key", conversationId)
                .getSingleResult();
    }

    private List<ErasureConfirmed> confirmations() {
        return confirmationsOf(customer);
    }

    private List<ErasureConfirmed> confirmationsOf(String customerId) {
        return Published.under(Topics.ERASURES, customerId).stream()
                .map(wire::read)
                .filter(ErasureConfirmed.class::isInstance)
                .map(ErasureConfirmed.class::cast)
                .toList();
    }
}
