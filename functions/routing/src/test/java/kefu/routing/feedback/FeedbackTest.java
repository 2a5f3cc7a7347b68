package kefu.routing.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import kefu.model.Ids;
import kefu.model.event.Topics;
import kefu.routing.privacy.ConversationVault;
import kefu.routing.stream.Heard;
import kefu.routing.stream.SomeConversations;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class FeedbackTest {
    private static final String OWNER = "c-feedback";

    @Inject
    SomeConversations conversations;

    @Inject
    EntityManager entities;

    @Inject
    ConversationVault vault;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private String id;

    @BeforeEach
    void conversation() {
        id = conversations.of(OWNER);
        conversations.turn(id, 1, "hello");
    }

    @Test
    void aRatingReachesKafkaOnceWithItsCommentMasked() {
        var key = Ids.next();
        var body = "{\"rating\": 2, \"comment\": \"call me: 13812345678\", \"turn\": 1}";
        rate(Tokens.customer(OWNER), key, body)
                .then()
                .statusCode(201)
                .body("conversationId", equalTo(id), "rating", equalTo(2), "turn", equalTo(1));
        rate(Tokens.customer(OWNER), key, body).then().statusCode(201);
        rate(Tokens.customer(OWNER), key, "{\"rating\": 5}").then().statusCode(409);
        try (var heard = new Heard(broker, Topics.FEEDBACK, id)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !heard.soFar().isEmpty());
            for (int i = 0; i < 5; i++) heard.soFar();
            assertThat(heard.soFar()).singleElement().satisfies(data -> {
                var event = json.readTree(data);
                assertThat(event.path("type").asText()).isEqualTo("kefu.feedback.given.v1");
                assertThat(event.path("rating").asInt()).isEqualTo(2);
                assertThat(event.path("comment").asText()).isEqualTo("call me: [phone]");
                assertThat(event.path("customerId").asText()).isEqualTo(OWNER);
            });
        }
    }

    @Test
    void theLastRatingOfATurnAndOfTheWholeCounts() {
        var token = Tokens.customer(OWNER);
        rate(token, null, "{\"rating\": 1, \"turn\": 1}").then().statusCode(201);
        rate(token, null, "{\"rating\": 4, \"turn\": 1, \"comment\": \"better\"}")
                .then()
                .statusCode(201);
        rate(token, null, "{\"rating\": 3}").then().statusCode(201).body("turn", nullValue());
        rate(token, null, "{\"rating\": 5}").then().statusCode(201);
        assertThat(kept()).containsExactly("0 5 null", "1 4 better");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"rating": 0}                   | rating
                    {"rating": 6}                   | rating
                    {"rating": 4.7}                 | rating
                    {"rating": "good"}              | rating
                    {"rating": null}                | rating
                    {"comment": "no stars"}         | rating
                    {"rating": 5, "turn": 0}        | turn
                    {"rating": 5, "turn": 2}        | turn
                    {"rating": 5, "stars": 5}       | stars
                    [5]                             |
                    {"rating":                      |
                    """)
    void aRatingThatIsNoneIsRefused(String body, String field) {
        var answer =
                rate(Tokens.customer(OWNER), null, body).then().statusCode(400).contentType("application/problem+json");
        if (field != null) answer.body("errors[0].field", equalTo(field));
        assertThat(kept()).isEmpty();
    }

    @Test
    void aCommentMayNotBeEndless() {
        rate(Tokens.customer(OWNER), null, "{\"rating\": 5, \"comment\": \"" + "x".repeat(2001) + "\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void onlyTheCustomerRates() {
        given().contentType(ContentType.JSON)
                .body("{\"rating\": 5}")
                .post("/v1/conversations/{id}/feedback", id)
                .then()
                .statusCode(401);
        rate(Tokens.customer("c-other"), null, "{\"rating\": 5}").then().statusCode(403);
        rate(Tokens.role("agent"), null, "{\"rating\": 5}").then().statusCode(403);
        id = "unknown";
        rate(Tokens.customer(OWNER), null, "{\"rating\": 5}").then().statusCode(404);
    }

    private Response rate(String token, String key, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/v1/conversations/{id}/feedback", id);
    }

    private List<String> kept() {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select turn, rating, comment from feedback"
                                + " where conversation_id = :id order by turn")
                        .setParameter("id", id)
                        .getResultList());
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> row[0] + " " + row[1] + " "
                        + (row[2] == null ? "null" : vault.open((byte[]) row[2], "feedback", String.class)))
                .toList();
    }
}
