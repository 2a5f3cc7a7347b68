package kefu.profiling.interaction;

import static kefu.profiling.Shop.as;
import static kefu.profiling.Shop.asAdmin;
import static kefu.profiling.Shop.asCustomer;
import static kefu.profiling.Shop.newCustomer;
import static kefu.profiling.Shop.tell;
import static kefu.profiling.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kefu.model.event.Topics;
import kefu.profiling.Kafka;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class InteractionResourceTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    @Inject
    DataSource database;

    @Test
    void anInteractionBecomesACloudEventOnItsTopic() {
        var customer = newCustomer();

        String id = tell(asCustomer(customer), view(customer, "p1"))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .extract()
                .path("ids[0]");

        var event = events(customer, 1).getFirst();
        assertThat(Kafka.header(event, "ce_id")).isEqualTo(id);
        assertThat(Kafka.header(event, "ce_type")).isEqualTo("kefu.interaction.recorded.v1");
        assertThat(Kafka.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(event.value()).contains("\"kind\":\"view\"", "\"productId\":\"p1\"", "2026-06-01T12:00:00Z");
    }

    @Test
    void aStructuredCloudEventToldTwiceCountsOnce() {
        var customer = newCustomer();
        var id = UUID.randomUUID().toString();
        var event =
                cloudEvent(id, "com.shop.view", "{\"customerId\": \"%s\", \"productId\": \"p1\"}".formatted(customer));

        for (int i = 0; i < 2; i++)
            asAdmin()
                    .contentType(STRUCTURED)
                    .body(event)
                    .post("/v1/interactions")
                    .then()
                    .statusCode(202)
                    .body("ids", contains(id));
        tell(asAdmin(), view(customer, "p2")).statusCode(202);

        assertThat(events(customer, 2))
                .extracting(e -> Kafka.header(e, "ce_id"))
                .first()
                .isEqualTo(id);
        assertThat(events(customer, 2)).hasSize(2);
    }

    @Test
    void twoShopsMayGiveTheSameId() {
        var first = newCustomer();
        var second = newCustomer();
        var id = "same-" + UUID.randomUUID();

        for (var customer : List.of(first, second))
            asAdmin()
                    .contentType(STRUCTURED)
                    .body(cloudEvent(id, "view", "{\"customerId\": \"%s\", \"productId\": \"p1\"}".formatted(customer)))
                    .post("/v1/interactions")
                    .then()
                    .statusCode(202);

        assertThat(Kafka.header(events(first, 1).getFirst(), "ce_id")).isEqualTo(id);
        assertThat(Kafka.header(events(second, 1).getFirst(), "ce_id")).isNotEqualTo(id);
    }

    @Test
    void aBinaryCloudEventHasItsAttributesInHeaders() {
        var customer = newCustomer();
        var id = UUID.randomUUID().toString();

        asCustomer(customer)
                .contentType(ContentType.JSON)
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/shop")
                .header("ce-type", "com.shop.interaction")
                .header("ce-time", "2026-05-05T05:05:05Z")
                .body("{\"kind\": \"cart\", \"productId\": \"p1\"}")
                .post("/v1/interactions")
                .then()
                .statusCode(202)
                .body("ids", contains(id));

        assertThat(events(customer, 1).getFirst().value())
                .contains("\"kind\":\"cart\"", customer, "2026-05-05T05:05:05Z");
    }

    @Test
    void aBatchIsTakenWholeInItsOrder() {
        var customer = newCustomer();
        var batch = IntStream.range(0, 20)
                .mapToObj(i -> cloudEvent(
                        customer + i,
                        "view",
                        "{\"customerId\": \"%s\", \"productId\": \"p%d\"}".formatted(customer, i)))
                .collect(Collectors.joining(",", "[", "]"));

        asAdmin()
                .contentType(BATCH)
                .body(batch)
                .post("/v1/interactions")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(20), "ids", hasSize(20));

        assertThat(events(customer, 20))
                .extracting(e -> Kafka.header(e, "ce_id"))
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> customer + i).toList());
    }

    @Test
    void ofABatchWithAMistakeNothingIsTakenAndEachMistakeIsNamed() {
        var customer = newCustomer();
        var batch = "[%s, {\"customerId\": \"%s\", \"kind\": \"dance\"}, {\"kind\": \"view\", \"productId\": \"p\"}]"
                .formatted(view(customer, "p1"), customer);

        tell(asAdmin(), batch)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("1.kind", "2"))
                .body("errors[0].message", containsString("must be one of"))
                .body("errors[1].message", containsString("customerId is missing"));

        tell(asAdmin(), view(customer, "p2")).statusCode(202);
        assertThat(events(customer, 1)).hasSize(1);
    }

    @Test
    void wordsLeaveMaskedAndAreKeptUnreadable() throws SQLException {
        var customer = newCustomer();
        tell(asCustomer(customer), "{\"kind\": \"search\", \"query\": \"secret gift, mail me at eve@example.com\"}")
                .statusCode(202);

        assertThat(events(customer, 1).getFirst().value()).contains("[email]").doesNotContain("eve@example.com");
        assertThat(kept(customer)).doesNotContain("secret gift");
        asCustomer(customer)
                .get("/v1/customers/{id}/export", customer)
                .then()
                .statusCode(200)
                .body("holdings.interactions.interaction.query", hasItem("secret gift, mail me at eve@example.com"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndIsRefusedForAnotherBody() {
        var customer = newCustomer();
        var key = UUID.randomUUID().toString();

        List<String> first = tell(asCustomer(customer).header("Idempotency-Key", key), view(customer, "p1"))
                .statusCode(202)
                .extract()
                .path("ids");
        tell(asCustomer(customer).header("Idempotency-Key", key), view(customer, "p1"))
                .statusCode(202)
                .body("ids", equalTo(first));
        tell(asCustomer(customer).header("Idempotency-Key", key), view(customer, "p2"))
                .statusCode(409)
                .body("type", equalTo("urn:kefu:problem:idempotency-key-reused"));

        assertThat(events(customer, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"view\", \"productId\": \"p\", \"colour\": \"red\"}                  | 0.colour       | is not a field here",
                "{\"kind\": \"dance\"}                                                            | 0.kind         | must be one of",
                "{\"kind\": \"view\"}                                                             | 0              | productId is missing",
                "{\"kind\": \"search\"}                                                           | 0              | query is missing",
                "{\"productId\": \"p\"}                                                           | 0              | kind is missing",
                "{\"kind\": \"view\", \"productId\": \"p\", \"at\": \"yesterday\"}                | 0.at           | wrong kind",
                "{\"kind\": \"view\", \"productId\": \"p\", \"at\": \"2999-01-01T00:00:00Z\"}     | 0.at           | lies in the future",
                "{\"kind\": \"review\", \"review\": {\"id\": \"r\", \"productId\": \"p\", \"rating\": 9}} | 0.review | rating must be between",
                "{\"kind\": \"review\", \"review\": {\"id\": \"r\", \"productId\": \"p\", \"rating\": 4.5}} | 0.review.rating | must be a whole number without a point, is 4.5",
                "\"view\"                                                                         | 0              | is not an object"
            })
    void aWrongInteractionSaysWhatIsWrong(String body, String field, String message) {
        tell(asCustomer("c1"), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field), "errors[0].message", containsString(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\": ", "", "[]", "{} trailing"})
    void whatIsNoJsonIsRefused(String body) {
        tell(asCustomer("c1"), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(" "));
    }

    @ParameterizedTest
    @CsvSource({"specversion, 0.3, must be 1.0", "id, , is missing", "source, , is missing", "type, , is missing"})
    void aWrongCloudEventSaysWhichAttribute(String attribute, String value, String message) {
        var event = cloudEvent("e1", "view", "{\"productId\": \"p\"}")
                .replaceFirst(
                        "\"" + attribute + "\": \"[^\"]*\"",
                        "\"" + attribute + "\": " + (value == null ? "null" : "\"" + value + "\""));

        asCustomer("c1")
                .contentType(STRUCTURED)
                .body(event)
                .post("/v1/interactions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("0." + attribute), "errors[0].message", containsString(message));
    }

    @Test
    void tooManyAreTooLarge() {
        var batch = IntStream.range(0, 501).mapToObj(_ -> view("c1", "p1")).collect(Collectors.joining(",", "[", "]"));

        tell(asAdmin(), batch).statusCode(413).contentType("application/problem+json");
    }

    @Test
    void nobodyTellsForAnotherCustomer() {
        tell(asCustomer("c1"), view("c2", "p1")).statusCode(403).contentType("application/problem+json");
    }

    @Test
    void aRoleThatHasNothingToDoWithItIsRefused() {
        tell(as(Tokens.role("analyst")), view("c1", "p1")).statusCode(403).contentType("application/problem+json");
    }

    @Test
    void withoutATokenNothingIsTaken() {
        tell(RestAssured.given(), view("c1", "p1")).statusCode(401).contentType("application/problem+json");
    }

    private static List<ConsumerRecord<String, String>> events(String customer, int atLeast) {
        return await().until(() -> Kafka.records(Topics.INTERACTIONS, customer), e -> e.size() >= atLeast);
    }

    private String kept(String customer) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select encode(content, 'escape') from profiling.interaction where customer_id = ?")) {
            query.setString(1, customer);
            var result = query.executeQuery();
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static String cloudEvent(String id, String type, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/shop", "type": "%s", "data": %s}""".formatted(id, type, data);
    }
}
