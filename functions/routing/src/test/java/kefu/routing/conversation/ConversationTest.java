package kefu.routing.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations with routing alone: inference, profiling and recommendation are away, and turns are answered still. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ConversationTest {
    private static final String UNCLEAR =
            "mei.lin@example.com #W900001 something with the delivery and the payment and the colour I think";

    @BeforeEach
    void fillShop() {
        put(
                "customers",
                List.of(Map.of(
                        "id", "talker",
                        "firstName", "Mei",
                        "lastName", "Lin",
                        "email", "mei.lin@example.com",
                        "address", Map.of("line1", "1 Elm St", "city", "Austin", "country", "USA", "zip", "78701"),
                        "paymentMethods", List.of(Map.of("id", "pm-t", "kind", "paypal")))));
        put("orders", List.of(order("#W900001", "pending"), order("#W900002", "shipped")));
    }

    @ParameterizedTest
    @CsvSource({"hello, greet, en", "你好, greet, zh", "谢谢, inform, zh", "bye, goodbye, en", "😀😀, clarify, other"})
    void aTurnIsAnsweredWithoutAnyOtherFunction(String said, String act, String language) {
        Talk.start()
                .say(said)
                .body("number", equalTo(1))
                .body("reply.act", equalTo(act))
                .body("understanding.language", containsString(language))
                .body("servedBy.device", equalTo("lexical"))
                .body("degraded", hasItem("inference"));
    }

    @Test
    void aStrangerWhoStartsTwiceUnderOneKeyHasOneConversation() {
        var key = UUID.randomUUID().toString();
        assertThat(startedUnder(key)).isEqualTo(startedUnder(key));
        assertThat(startedUnder(UUID.randomUUID().toString())).isNotEqualTo(startedUnder(key));
    }

    private static String startedUnder(String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{}")
                .post("/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aPendingOrderIsCancelledAfterIdentityReasonAndAYes() {
        var talk = Talk.start();
        talk.say("I want to cancel my order")
                .body("reply.act", equalTo("request"))
                .body("reply.expects.slot", equalTo("identity"));
        talk.say("mei.lin@example.com")
                .body("reply.act", equalTo("request"))
                .body("reply.expects.slot", equalTo("reason"))
                .body("reply.expects.options.value", hasItem("no longer needed"));
        talk.choose("reason", "no longer needed")
                .body("reply.act", equalTo("confirm"))
                .body("reply.text", containsString("#W900001"))
                .body("reply.expects.slot", equalTo("confirmation"))
                .body("actions[0].status", equalTo("previewed"));
        var done = talk.choose("confirmation", "yes")
                .body("reply.act", equalTo("notify_success"))
                .body("actions[0].name", equalTo("cancelOrder"))
                .body("actions[0].status", equalTo("done"))
                .extract();
        assertThat(done.<String>path("actions[0].receiptId")).isNotBlank();
        given().auth()
                .oauth2(Tokens.role("agent"))
                .get("/v1/store/orders/{id}", "#W900001")
                .then()
                .body("status", equalTo("cancelled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👎", "你确定？", "yes but only if it is free", "ok wait", "hm"})
    void whatIsNoClearYesIsAskedAgain(String said) {
        var talk = Talk.start();
        talk.say("cancel my order");
        talk.say("mei.lin@example.com");
        talk.choose("reason", "no longer needed").body("reply.act", equalTo("confirm"));
        talk.say(said).body("actions.status", not(hasItem("done")));
        given().auth()
                .oauth2(Tokens.role("agent"))
                .get("/v1/store/orders/{id}", "#W900001")
                .then()
                .body("status", equalTo("pending"));
    }

    @Test
    void anotherTaskIsTakenUpWhereAnOrderWasAskedFor() {
        var talk = Talk.start();
        talk.say("where is my order").body("reply.expects.slot", equalTo("identity"));
        talk.say("I want to cancel order #W900001").body("context.flow", equalTo("cancelOrder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I want to talk to a human about order 900001", "转人工，我等了100多分钟了"})
    void aPersonIsHadWhereSomebodyWasAskedWhoTheyAre(String said) {
        var talk = Talk.start();
        talk.say("where is my order").body("reply.expects.slot", equalTo("identity"));
        talk.say(said).body("reply.act", equalTo("handoff"));
    }

    @Test
    void oneLatinWordLeavesAConversationInItsLanguage() {
        var talk = Talk.start(Map.of("language", "zh"));
        talk.say("我想取消订单").body("reply.text", containsString("邮箱"));
        talk.say("ok").body("reply.text", containsString("邮箱"));
    }

    @Test
    void nothingIsChangedAfterANo() {
        var talk = Talk.start();
        talk.say("cancel my order");
        talk.say("My name is Mei Lin and my zip code is 78701").body("reply.expects.slot", equalTo("reason"));
        talk.say("I don't need it any more").body("reply.act", equalTo("confirm"));
        talk.say("no").body("reply.act", equalTo("inform"));
        given().auth()
                .oauth2(Tokens.role("agent"))
                .get("/v1/store/orders/{id}", "#W900001")
                .then()
                .body("status", equalTo("pending"));
    }

    @Test
    void anOperationTheRulesForbidIsRefusedWithTheReasonOnceTheOrderIsKnown() {
        var talk = Talk.start();
        talk.say("cancel order #W900002").body("reply.expects.slot", equalTo("identity"));
        talk.say("mei.lin@example.com")
                .body("reply.act", equalTo("deny"))
                .body("reply.sources[0].kind", equalTo("policy"))
                .body("actions[0].status", equalTo("refused"));
    }

    @Test
    void whatWasSaidCountsForTheMeaningThatIsChosen() {
        var talk = Talk.start();
        talk.say(UNCLEAR).body("reply.act", equalTo("clarify")).body("reply.expects.slot", equalTo("intent"));
        // The order and who asks were in the words: what is left to ask is why.
        talk.choose("intent", "order.cancel")
                .body("understanding.intent", equalTo("order.cancel"))
                .body("context.intent", equalTo("order.cancel"))
                .body("reply.expects.slot", equalTo("reason"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aMeaningIsChosenByItsNameOrItsPlace(int option) {
        var asked = Talk.start().say(UNCLEAR).extract();
        var value = asked.<String>path("reply.expects.options[" + option + "].value");
        for (var said : List.of(asked.<String>path("reply.expects.options[" + option + "].label"), "" + (option + 1))) {
            var talk = Talk.start();
            talk.say(UNCLEAR);
            talk.say(said).body("understanding.intent", equalTo(value)).body("understanding.confidence", equalTo(1F));
        }
    }

    @Test
    void aMeaningThatNobodyAskedAboutIsChosenAllTheSame() {
        var talk = Talk.start();
        talk.choose("intent", "order.cancel")
                .body("understanding.intent", equalTo("order.cancel"))
                .body("reply.expects.slot", equalTo("identity"));
    }

    @Test
    void newWordsBesideAChoiceAreUnderstoodThemselves() {
        var talk = Talk.start();
        talk.say(UNCLEAR);
        talk.send(Map.of("text", "hello", "answer", Map.of("slot", "intent", "value", "order.cancel")))
                .then()
                .body("understanding.intent", equalTo("greeting"))
                .body("understanding.entities", hasSize(0));
    }

    @Test
    void threeTurnsThatLeadNowhereBringAPerson() {
        var talk = Talk.start();
        talk.say("zxcv qwer").body("reply.act", equalTo("clarify"));
        talk.say("hjkl uiop").body("reply.act", equalTo("clarify"));
        talk.say("asdf yuio")
                .body("reply.act", equalTo("handoff"))
                .body("handoff.status", equalTo("waiting"))
                .body("handoff.reason", equalTo("failures"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I want to talk to a human", "转人工"})
    void askingForAPersonBringsOne(String said) {
        Talk.start().say(said).body("reply.act", equalTo("handoff")).body("handoff.id", notNullValue());
    }

    @Test
    void aRetriedTurnGetsTheSameAnswerAndAnotherBodyUnderItsKeyIsRefused() {
        var talk = Talk.start();
        var first = talk.send("key-1", Map.of("text", "hello")).asString();
        assertThat(talk.send("key-1", Map.of("text", "hello")).asString()).isEqualTo(first);
        talk.send("key-1", Map.of("text", "bye"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:kefu:problem:idempotency-key-reused"));
        talk.get("").body("turns", equalTo(1));
    }

    @Test
    void turnsSentAtOnceAreAnsweredOneAfterTheOtherEachOnce() throws Exception {
        var talk = Talk.start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = threads
                    .invokeAll(IntStream.range(0, 20)
                            .<java.util.concurrent.Callable<Integer>>mapToObj(
                                    i -> () -> talk.say("hello " + i).extract().path("number"))
                            .toList())
                    .stream()
                    .map(f -> f.resultNow())
                    .sorted()
                    .toList();
            assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    @Test
    void aTurnIsExplainedAndItsCostIsKnown() {
        var talk = Talk.start();
        talk.say("hello");
        talk.get("/turns/1/explanation")
                .statusCode(200)
                .body("understanding.intent", equalTo("greeting"))
                .body("decidedBy", hasItem("intent greeting"));
        talk.get("/ledger").statusCode(200).body("[0].entries.step", hasItem("understand"));
        talk.get("/turns").body("items[0].request.text", equalTo("hello"));
        talk.get("/turns/7/explanation").statusCode(404);
    }

    @Test
    void nobodyElseReachesAConversation() {
        var talk = Talk.start();
        var path = "/v1/conversations/" + talk.id;
        given().get(path).then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2(Talk.start().token).get(path).then().statusCode(403);
        given().auth().oauth2("kct_" + talk.id + ".forged").get(path).then().statusCode(401);
        given().auth()
                .oauth2("not.a.jwt")
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("detail", containsString("not valid, or has expired"));
        given().auth().oauth2(Tokens.customer("talker")).get(path).then().statusCode(403);
        given().auth().oauth2(Tokens.role("agent")).get(path).then().statusCode(200);
    }

    @Test
    void anUnknownConversationIsNotFound() {
        given().auth()
                .oauth2(Tokens.role("agent"))
                .get("/v1/conversations/nope")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text":                              | 400
            {"text": ""}                          | 400
            {}                                    | 400
            {"text": "hi", "colour": "red"}       | 400
            {"answer": {"slot": ""}}              | 400
            {"text": 7, "context": []}            | 400
            {"attachments": [{"kind":"film","mediaType":"x","data":"eA=="}]} | 400
            {"attachments": [{"kind":"image","mediaType":"image/tiff","data":"eA=="}]} | 415
            """)
    void badInputIsToldWhatIsWrong(String body, int status) {
        Talk.start()
                .send(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", notNullValue());
    }

    @Test
    void aPageThatSaysMoreThanItsNameIsRefused() {
        var page = Map.of("text", "hello", "context", Map.of("page", "x".repeat(2_000_000)));
        Talk.start()
                .send(page)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("context.page has more than 200 characters"));
    }

    @Test
    void aMegabyteOfTextIsTooLarge() {
        Talk.start()
                .send(Map.of("text", "x".repeat(1_000_000)))
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void anotherMediaTypeIsNotSupported() {
        var talk = Talk.start();
        given().auth()
                .oauth2(talk.token)
                .contentType("text/plain")
                .body("hello")
                .post("/v1/conversations/" + talk.id + "/turns")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table conversation; --", "<script>alert(1)</script>", "这个 product 质量 ok 吗"})
    void strangeTextIsJustText(String said) {
        var talk = Talk.start();
        talk.say(said);
        talk.get("/turns").body("items[0].request.text", equalTo(said));
    }

    private static void put(String path, List<?> records) {
        given().auth()
                .oauth2(Tokens.role("admin"))
                .contentType("application/json")
                .body(records)
                .put("/v1/store/" + path)
                .then()
                .statusCode(200)
                .body("rejected", org.hamcrest.Matchers.empty());
    }

    private static Map<String, Object> order(String id, String status) {
        return Map.of(
                "id",
                id,
                "customerId",
                "talker",
                "status",
                status,
                "placedAt",
                "2026-11-01T10:00:00Z",
                "items",
                List.of(Map.of("productId", "p", "variantId", "v", "name", "Kettle", "price", 20.50)),
                "payments",
                List.of(Map.of("kind", "payment", "amount", 20.50, "methodId", "pm-t")));
    }
}
