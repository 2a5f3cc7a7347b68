package kefu.routing.handoff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kefu.model.Ids;
import kefu.model.event.Topics;
import kefu.routing.stream.Heard;
import kefu.routing.stream.SomeConversations;
import kefu.routing.stream.SseClient;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class HandoffTest {
    private static final String OWNER = "c-handoffs";

    @Inject
    SomeConversations conversations;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource
    URI server;

    private String conversation;

    @BeforeEach
    void conversation() {
        conversation = conversations.of(OWNER);
    }

    @Test
    void aCustomerAsksForAPersonAndStandsInTheQueue() {
        conversations.turn(conversation, 1, "My mail is ann@example.com, get me a human");
        var id = ask("{\"reason\": \"I want to talk to somebody\"}");
        agent("mei")
                .get("/v1/handoffs/{id}", id)
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(conversation), "status", equalTo("waiting"))
                .body("reason", equalTo("I want to talk to somebody"), "agent", nullValue())
                .body("waitingSince", notNullValue(), "language", equalTo("en"), "skill", equalTo("general"))
                .body("summary", containsString("My mail is [email], get me a human"))
                .body("summary", containsString("Customer: " + OWNER));
    }

    @Test
    void aCustomerCallsItOff() {
        var id = ask("");
        callOff().then().statusCode(204);
        callOff().then().statusCode(204);
        agent("mei").get("/v1/handoffs/{id}", id).then().body("status", equalTo("returned"), "agent", nullValue());
        claim("mei", id).then().statusCode(409).body("type", containsString("handoff-over"));
        assertThat(ask("")).isNotEqualTo(id);
    }

    @Test
    void whatAnAgentHasClaimedIsNotCalledOff() {
        var id = ask("");
        claim("mei", id).then().statusCode(200);
        callOff().then().statusCode(409).body("type", containsString("handoff-taken"));
    }

    @Test
    void askingAgainGivesTheOneThatIsOpen() {
        var first = ask("");
        assertThat(ask("{}")).isEqualTo(first);
        claim("mei", first).then().statusCode(200);
        assertThat(ask("")).isEqualTo(first);
        resolve("mei", first).then().statusCode(200);
        assertThat(ask("")).isNotEqualTo(first);
    }

    @Test
    void askingNeedsNoBodyAndNoMediaType() throws Exception {
        var request = HttpRequest.newBuilder(server.resolve("/v1/conversations/" + conversation + "/handoff"))
                .header("Authorization", "Bearer " + Tokens.customer(OWNER))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void aWishThatIsNoJsonIsRefused() {
        owner().contentType(ContentType.TEXT)
                .body("a human, please")
                .post("/v1/conversations/{id}/handoff", conversation)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        owner().contentType(ContentType.JSON)
                .body("{\"reason\": \"" + "x".repeat(501) + "\"}")
                .post("/v1/conversations/{id}/handoff", conversation)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void theLongestWaitingComesFirstPageByPage() {
        var mine = IntStream.range(0, 5)
                .mapToObj(_ -> {
                    conversation = conversations.of(OWNER);
                    return ask("");
                })
                .toList();
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = agent("mei")
                    .queryParams(after == null ? java.util.Map.of() : java.util.Map.of("after", after))
                    .get("/v1/handoffs?status=waiting&limit=2");
            page.then().statusCode(200).body("items.status", everyItem(equalTo("waiting")));
            seen.addAll(page.path("items.id"));
            after = page.path("next");
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(mine);
        claim("mei", mine.getFirst());
        agent("mei")
                .get("/v1/handoffs?status=waiting&limit=200")
                .then()
                .body("items.id", not(hasItem(mine.getFirst())));
        agent("mei").get("/v1/handoffs?status=claimed&limit=200").then().body("items.id", hasItem(mine.getFirst()));
        agent("mei").get("/v1/handoffs?limit=200").then().body("items.id", hasItem(mine.getFirst()));
    }

    @Test
    void ofManyAgentsWhoClaimAtOnceExactlyOneHasIt() throws Exception {
        var id = ask("");
        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            n -> () -> claim("agent" + n, id).statusCode())
                    .toList();
            var answers =
                    agents.invokeAll(claims).stream().map(Future::resultNow).toList();
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        String winner = agent("mei").get("/v1/handoffs/{id}", id).path("agent");
        claim(winner, id).then().statusCode(200).body("agent", equalTo(winner), "status", equalTo("claimed"));
        claim("another", id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:kefu:problem:handoff-taken"), "detail", containsString(winner));
    }

    @Test
    void theCustomerSeesThePersonComeSpeakAndGo() throws Exception {
        try (var client = SseClient.open(
                server.resolve("/v1/conversations/" + conversation + "/events"), Tokens.customer(OWNER), null)) {
            var id = ask("");
            claim("mei", id);
            say("mei", id, "你好，我是小美").then().statusCode(201).body("seq", equalTo(3), "agent", equalTo("mei"));
            resolve("mei", id).then().statusCode(200).body("resolution", equalTo("settled"));
            var second = ask("");
            claim("mei", second);
            giveBack("mei", second).then().statusCode(200).body("status", equalTo("returned"));
            await().untilAsserted(() -> assertThat(client.kinds())
                    .containsExactly(
                            "handoff_waiting",
                            "agent_joined",
                            "agent_message",
                            "resolved",
                            "handoff_waiting",
                            "agent_joined",
                            "returned"));
            assertThat(json.readTree(client.events().get(2).data()))
                    .isEqualTo(json.readTree("{\"text\": \"你好，我是小美\", \"agent\": \"mei\"}"));
            assertThat(json.readTree(client.events().getLast().data()).at("/owner"))
                    .isEqualTo(json.readTree("{\"kind\": \"bot\", \"epoch\": 4}"));
        }
    }

    @Test
    void theDeskSeesWhatIsNewAtOnceAndNothingTwice() throws Exception {
        var uri = server.resolve("/v1/handoffs/stream");
        String id;
        String last;
        try (var desk = SseClient.open(uri, Tokens.token("mei", "agent"), null)) {
            await().until(() -> desk.comments() > 0);
            id = ask("");
            await().atMost(Duration.ofSeconds(3)).until(() -> desk.events().size() == 1);
            assertThat(json.readTree(desk.events().getFirst().data()).path("id").asText())
                    .isEqualTo(id);
            last = desk.ids().getLast();
        }
        claim("mei", id);
        try (var desk = SseClient.open(uri, Tokens.token("mei", "agent"), last)) {
            await().until(() -> desk.events().size() == 1);
            assertThat(json.readTree(desk.events().getFirst().data())
                            .path("status")
                            .asText())
                    .isEqualTo("claimed");
        }
    }

    @Test
    void kafkaHearsOfEachChangeOnceAndInOrder() {
        conversations.turn(conversation, 1, "hello");
        var id = ask("{\"reason\": \"call 13812345678\"}");
        claim("mei", id);
        claim("mei", id);
        resolve("mei", id);
        try (var heard = new Heard(broker, Topics.HANDOFFS, conversation)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> heard.soFar().size() >= 3);
            for (int i = 0; i < 5; i++) heard.soFar();
            assertThat(heard.soFar())
                    .extracting(data -> json.readTree(data).path("status").asText())
                    .containsExactly("waiting", "claimed", "resolved");
            assertThat(heard.soFar().getFirst()).contains("call [phone]").doesNotContain("13812345678");
        }
    }

    @Test
    void theSameKeyHasOneEffectAndOneAnswer() {
        var id = ask("");
        claim("mei", id);
        var key = Ids.next();
        var first = keyed("mei", key, "{\"text\": \"hi\"}").post("/v1/handoffs/{id}/messages", id);
        var again = keyed("mei", key, "{\"text\": \"hi\"}").post("/v1/handoffs/{id}/messages", id);
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        keyed("mei", key, "{\"text\": \"other\"}")
                .post("/v1/handoffs/{id}/messages", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:kefu:problem:idempotency-key-reused"));
        owner().get("/v1/conversations/{id}/events?format=json", conversation)
                .then()
                .body("items.kind", contains("handoff_waiting", "agent_joined", "agent_message"));
    }

    @Test
    void aRepeatedResolveWithItsKeyIsAnsweredAsBefore() {
        var id = ask("");
        claim("mei", id);
        var key = Ids.next();
        var first = keyed("mei", key, "{\"reason\": \"refunded\"}").post("/v1/handoffs/{id}/resolve", id);
        var again = keyed("mei", key, "{\"reason\": \"refunded\"}").post("/v1/handoffs/{id}/resolve", id);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        resolve("mei", id).then().statusCode(409);
    }

    @Test
    void commandsThatComeTooEarlyOrTooLateSaySo() {
        var id = ask("");
        say("mei", id, "hi").then().statusCode(409).body("type", equalTo("urn:kefu:problem:handoff-not-claimed"));
        claim("mei", id);
        for (var answer : List.of(say("tom", id, "hi"), resolve("tom", id), giveBack("tom", id)))
            answer.then().statusCode(409).body("type", equalTo("urn:kefu:problem:handoff-taken"));
        giveBack("mei", id).then().statusCode(200);
        for (var answer : List.of(say("mei", id, "hi"), resolve("mei", id), giveBack("mei", id), claim("mei", id)))
            answer.then()
                    .statusCode(409)
                    .body("type", equalTo("urn:kefu:problem:handoff-over"), "detail", containsString("returned"));
    }

    @Test
    void anAdminGivesBackWhatAnAgentLeftBehind() {
        var id = ask("");
        claim("mei", id);
        given().auth()
                .oauth2(Tokens.role("admin"))
                .post("/v1/handoffs/{id}/return", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("returned"), "agent", equalTo("mei"));
    }

    @Test
    void onlyAgentsReachTheDesk() {
        var id = ask("");
        for (var path : List.of("/v1/handoffs", "/v1/handoffs/" + id, "/v1/handoffs/stream")) {
            given().get(path).then().statusCode(401).contentType("application/problem+json");
            owner().get(path).then().statusCode(403).contentType("application/problem+json");
        }
        for (var command : List.of("claim", "messages", "resolve", "return")) {
            var path = "/v1/handoffs/" + id + "/" + command;
            var body = "{\"text\": \"x\"}";
            given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(401);
            owner().contentType(ContentType.JSON).body(body).post(path).then().statusCode(403);
        }
        var stranger = given().auth().oauth2(Tokens.customer("c-other"));
        stranger.contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/conversations/{id}/handoff", conversation)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    messages | {}                                 | 400 | text
                    messages | {"text": "  "}                     | 400 | text
                    messages | {"text": "hi", "to": "all"}        | 400 | to
                    messages | {"text":                           | 400 |
                    messages |                                    | 400 |
                    resolve  | {}                                 | 400 | reason
                    resolve  | {"reason": ["a"]}                  | 400 | reason
                    resolve  |                                    | 400 |
                    """)
    void malformedCommandsAreRefusedWithTheirField(String command, String body, int status, String field) {
        var id = ask("");
        claim("mei", id);
        var answer = agent("mei")
                .contentType(ContentType.JSON)
                .body(body == null ? "" : body)
                .post("/v1/handoffs/{id}/{command}", id, command)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        if (field != null) answer.body("errors[0].field", equalTo(field));
    }

    @Test
    void aCommandWithoutABodyIsToldSo() {
        var id = ask("");
        claim("mei", id);
        agent("mei")
                .contentType(ContentType.JSON)
                .post("/v1/handoffs/{id}/resolve", id)
                .then()
                .statusCode(400)
                .body("detail", equalTo("The body is missing."));
    }

    @Test
    void aMessageMayBeLongButNotEndless() {
        var id = ask("");
        claim("mei", id);
        say("mei", id, "x".repeat(4000)).then().statusCode(201);
        say("mei", id, "x".repeat(4001)).then().statusCode(400).body("errors[0].field", equalTo("text"));
    }

    @ParameterizedTest
    @CsvSource({"status=gone", "limit=0", "limit=201", "limit=-1", "after=nobody"})
    void aListThatCannotBeIsRefused(String query) {
        agent("mei").get("/v1/handoffs?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        agent("mei").get("/v1/handoffs/nothing").then().statusCode(404).contentType("application/problem+json");
        claim("mei", "nothing").then().statusCode(404);
        say("mei", "nothing", "hi").then().statusCode(404);
        agent("mei")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/conversations/nothing/handoff")
                .then()
                .statusCode(404);
    }

    private String ask(String body) {
        var request = owner().contentType(ContentType.JSON);
        if (!body.isEmpty()) request.body(body);
        return request.post("/v1/conversations/{id}/handoff", conversation)
                .then()
                .statusCode(201)
                .body("status", notNullValue())
                .extract()
                .path("id");
    }

    private Response callOff() {
        return owner().delete("/v1/conversations/{id}/handoff", conversation);
    }

    private static Response claim(String agent, String id) {
        return agent(agent).post("/v1/handoffs/{id}/claim", id);
    }

    private Response say(String agent, String id, String text) {
        return agent(agent)
                .contentType(ContentType.JSON)
                .body(java.util.Map.of("text", text))
                .post("/v1/handoffs/{id}/messages", id);
    }

    private static Response resolve(String agent, String id) {
        return agent(agent)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"settled\"}")
                .post("/v1/handoffs/{id}/resolve", id);
    }

    private static Response giveBack(String agent, String id) {
        return agent(agent).post("/v1/handoffs/{id}/return", id);
    }

    private static RequestSpecification keyed(String agent, String key, String body) {
        return agent(agent)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body);
    }

    private static RequestSpecification agent(String name) {
        return given().auth().oauth2(Tokens.token(name, "agent"));
    }

    private static RequestSpecification owner() {
        return given().auth().oauth2(Tokens.customer(OWNER));
    }
}
