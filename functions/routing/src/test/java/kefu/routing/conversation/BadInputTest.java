package kefu.routing.conversation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client or a customer can get wrong: each a clear problem or a sensible reply, and nothing lost. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class BadInputTest {

    @BeforeEach
    void twoCustomersWithAnOrderEach() {
        for (var who : List.of("bad-a", "bad-b")) {
            store(Map.of("id", who, "firstName", "Mei", "lastName", who, "email", who + "@example.com"), "customers");
            store(
                    Map.of(
                            "id",
                            who.equals("bad-a") ? "#W770001" : "#W770002",
                            "customerId",
                            who,
                            "status",
                            "pending",
                            "placedAt",
                            "2026-11-01T10:00:00Z",
                            "items",
                            List.of(Map.of("productId", "p", "variantId", "v", "name", "Kettle", "price", 20.50))),
                    "orders");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/turns", "/events?format=json", "/turns/1/explanation", "/ledger"})
    void anUnknownConversationIsNotFoundWhateverIsAskedOfIt(String path) {
        problem(as(Tokens.role("agent")).get("/v1/conversations/nope" + path), 404);
        problem(as(Tokens.customer("bad-a")).get("/v1/conversations/nope" + path), 404);
        given().get("/v1/conversations/nope" + path).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /turns    | {"text": "hello"}
            /feedback | {"rating": 1}
            /handoff  | {"reason": "no"}
            """)
    void anUnknownConversationTakesNothing(String path, String body) {
        problem(as(Tokens.role("agent")).body(body).post("/v1/conversations/nope" + path), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "customer, GET, /v1/handoffs",
        "analyst, GET, /v1/handoffs",
        "editor, POST, /v1/handoffs/x/claim",
        "agent, PUT, /v1/store/orders/%23W770001",
        "customer, PUT, /v1/store/customers/bad-a",
        "agent, PUT, /v1/knowledge/x",
        "customer, DELETE, /v1/knowledge/x"
    })
    void aWrongRoleIsForbidden(String role, String method, String path) {
        var token = role.equals("customer") ? Tokens.customer("bad-a") : Tokens.role(role);
        problem(as(token).body("{}").urlEncodingEnabled(false).request(method, path), 403);
    }

    @Test
    void anotherCustomersOrderStaysTheirs() {
        problem(as(Tokens.customer("bad-a")).get("/v1/store/orders/{id}", "#W770002"), 403);
        problem(as(Tokens.customer("bad-a")).get("/v1/store/customers/bad-b"), 403);
        problem(
                as(Tokens.customer("bad-a"))
                        .body(Map.of("name", "cancelOrder", "arguments", Map.of("reason", "no longer needed")))
                        .post("/v1/store/orders/{id}/operations", "#W770002"),
                403);
        var talk = Talk.start();
        talk.say("cancel order #W770002").body("reply.expects.slot", equalTo("identity"));
        talk.say("bad-a@example.com")
                .body("reply.text", not(containsString("Kettle")))
                .body("actions.size()", equalTo(0));
        as(Tokens.role("agent")).get("/v1/store/orders/{id}", "#W770002").then().body("status", equalTo("pending"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "7",
                "null",
                "{\"text\": \"\\ud83d\"",
                "{'text': 'a'}",
                "{\"text\": \"a\"} {\"text\": \"b\"}"
            })
    void malformedJsonIsRefusedAndTheConversationGoesOn(String body) {
        var talk = Talk.start();
        problem(talk.send(body), 400);
        talk.say("hello").body("number", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "my-key", "0192d4c6-7b1e-7c9a-8f00-1234567890zz"})
    void aKeyThatAnotherStrangerMayComeUponIsRefused(String key) {
        problem(
                given().contentType("application/json")
                        .header("Idempotency-Key", key)
                        .body("{}")
                        .post("/v1/conversations"),
                400);
        as(Tokens.customer("bad-a"))
                .header("Idempotency-Key", key)
                .body("{}")
                .post("/v1/conversations")
                .then()
                .statusCode(201);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var talk = Talk.start();
        problem(
                as(talk.token)
                        .body("{\"text\": \"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/conversations/" + talk.id + "/turns"),
                400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "👩‍👩‍👧‍👦🏳️‍🌈", "？？？", "...", "\u200b\u200b"})
    void signsAloneAreAnsweredWithAQuestion(String said) {
        Talk.start().say(said).body("reply.act", equalTo("clarify")).body("reply.text", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "Robert'); drop table turn;--",
                "<img src=x onerror=alert(1)>",
                "{{7*7}} ${jndi:ldap://x}",
                "a\u0000b",
                "‮right to left"
            })
    void textIsNeverAnythingButText(String said) {
        var talk = Talk.start();
        talk.say(said).body("reply.text", not(containsString("<img")));
        talk.get("/turns").body("items[0].request.text", equalTo(said));
        talk.say("hello").body("number", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void anotherMediaTypeIsNotSupported(String mediaType) {
        var talk = Talk.start();
        problem(
                given().auth()
                        .oauth2(talk.token)
                        .contentType(mediaType)
                        .body("text=hello")
                        .post("/v1/conversations/" + talk.id + "/turns"),
                415);
        problem(given().contentType(mediaType).body("channel=web").post("/v1/conversations"), 415);
    }

    @Test
    void aConversationStartsWithoutABody() {
        given().post("/v1/conversations").then().statusCode(201).body("token", notNullValue());
        given().contentType("application/json")
                .post("/v1/conversations")
                .then()
                .statusCode(201)
                .body("id", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\": \"fax\"}",
                "{\"language\": \"fr\"}",
                "{\"pack\": \"astrology\"}",
                "{\"colour\": \"red\"}",
                "{\"context\": 7}",
                "["
            })
    void aConversationThatCannotBeIsToldWhatIsWrong(String body) {
        problem(given().contentType("application/json").body(body).post("/v1/conversations"), 400);
    }

    @Test
    void aKeyIsOfOneRequestAlone() {
        var talk = Talk.start();
        talk.send("k", Map.of("text", "hello")).then().statusCode(200);
        problem(talk.send("k", Map.of("text", "bye")), 409);
        problem(talk.send("x".repeat(201), Map.of("text", "hello")), 400);
        talk.send("k", Map.of("text", "hello")).then().statusCode(200).body("number", equalTo(1));
        talk.get("").body("turns", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=99999999999", "after=x"})
    void pagesThatDoNotExistAreRefused(String query) {
        var answer = Talk.start().get("/turns?" + query).extract().response();
        problem(answer, 400);
        answer.then().body("errors.field", contains(query.split("=")[0]));
    }

    @Test
    void whatDoesNotExistIsMissingBesideAnyQuery() {
        problem(Talk.start().get("/turns/x/explanation?limit=y").extract().response(), 404);
    }

    @Test
    void aSlotThatIsNeverAskedForIsNamed() {
        var talk = Talk.start();
        problem(talk.send(Map.of("answer", Map.of("slot", "colour", "value", "red"))), 400);
        talk.get("").body("turns", equalTo(0));
    }

    @Test
    void aPageOfAProductThatTheShopDoesNotHaveSaysNothing() {
        var talk = Talk.start(Map.of("context", Map.of("page", "product", "productId", "p-nowhere")));
        talk.say("how much is it")
                .body("context.productId", nullValue())
                .body("reply.expects.slot", equalTo("product"));
        talk.send(Map.of("text", "how much is it", "context", Map.of("productId", "p-nowhere-either")))
                .then()
                .statusCode(200)
                .body("context.productId", nullValue());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static void problem(io.restassured.response.Response response, Integer... statuses) {
        response.then()
                .statusCode(org.hamcrest.Matchers.oneOf(statuses))
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("stackTrace", nullValue());
    }

    private static void store(Map<String, ?> record, String path) {
        as(Tokens.role("admin"))
                .body(List.of(record))
                .put("/v1/store/" + path)
                .then()
                .statusCode(200)
                .body("rejected.size()", equalTo(0));
    }
}
