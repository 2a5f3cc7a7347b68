package kefu.inference.understand;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UnderstandTest {
    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    where is my order|en|order.status
                    please cancel my order, i don't need it anymore|en|order.cancel
                    i want to send these shoes back|en|return.request
                    can i talk to a real person|en|human.request
                    what is the capital of mongolia|en|oos
                    我的订单到哪里了|zh-Hans|order.status
                    快點發貨啊,急用|zh-Hant|order.urge
                    帮我开一张公司发票|zh-Hans|invoice.request
                    转人工|zh-Hans|human.request
                    推荐一首好听的歌|zh-Hans|oos
                    """)
    void anUtteranceIsUnderstood(String text, String language, String intent) {
        understand(Map.of("text", text))
                .body("language", equalTo(language))
                .body("intent", equalTo(intent))
                .body("confidence", greaterThan(0.2f))
                .body("alternatives", hasSize(4))
                .body("embedding.vector", hasSize(language.startsWith("zh") ? 512 : 384))
                .body("servedBy.device", equalTo("cpu"))
                .body("servedBy.version", notNullValue());
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    cancel it|cancel my return please|return.request|confirm|confirmation
                    那要多少钱|有哪几种配送方式|delivery.options|inform|
                    """)
    void whatCameBeforeChangesWhatAnUtteranceMeans(String text, String before, String intent, String act, String slot) {
        Map<String, Object> earlier = new java.util.HashMap<>(Map.of("text", before, "intent", intent, "act", act));
        if (slot != null) earlier.put("expects", slot);
        List<?> alone = intents(understand(Map.of("text", text)));
        List<?> after = intents(understand(Map.of("text", text, "history", List.of(earlier))));
        assertThat(after).isNotEqualTo(alone);
    }

    @Test
    void withoutAHistoryNothingChanges() {
        Map<String, Object> question = Map.of("text", "how much is it");
        Map<String, Object> empty = Map.of("text", "how much is it", "history", List.of());
        assertThat(intents(understand(empty))).isEqualTo(intents(understand(question)));
    }

    private static List<Object> intents(ValidatableResponse answer) {
        return List.of(
                answer.extract().path("intent"),
                answer.extract().path("confidence"),
                answer.extract().path("alternatives"));
    }

    @Test
    void entitiesAndEmotionComeWithTheIntent() {
        understand(Map.of("text", "WHERE is #W2378156?? this is ridiculous, worst shop ever, i am furious"))
                .body("entities[0].type", equalTo("order_id"))
                .body("entities[0].value", equalTo("#W2378156"))
                .body("entities[0].start", equalTo(9))
                .body("entities[0].end", equalTo(18))
                .body("emotion.label", equalTo("anger"))
                .body("emotion.intensity", greaterThan(0.3f));
    }

    @Test
    void aListOfTextsGetsOneAnswerEach() {
        List<String> texts = Collections.nCopies(16, List.of("hello", "退款到账了吗")).stream()
                .flatMap(List::stream)
                .toList();
        understand(Map.of("text", texts))
                .body("$", hasSize(32))
                .body("[0].intent", equalTo("greeting"))
                .body("[31].intent", equalTo("refund.status"));
    }

    @Test
    void oneTextAloneAndAmongOthersIsUnderstoodAlike() {
        float alone =
                understand(Map.of("text", "is the blue one in stock")).extract().path("confidence");
        float among = understand(Map.of(
                        "text",
                        List.of(
                                "hi",
                                "is the blue one in stock",
                                "a much longer text about something else entirely, to pad the batch")))
                .extract()
                .path("[1].confidence");
        assertThat(among).isCloseTo(alone, org.assertj.core.api.Assertions.within(1e-3f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "🥲🥲🥲", "???", "7719204", "\u0007\u0000\u0001x", "...", "𝕨𝕙𝕖𝕣𝕖"})
    void oddTextsGetAnAnswer(String text) {
        understand(Map.of("text", text)).body("intent", notNullValue()).body("confidence", lessThanOrEqualTo(1f));
    }

    @Test
    void aHugeTextIsReadFromItsBeginning() {
        understand(Map.of("text", "where is my order? " + "blah ".repeat(20_000)))
                .body("language", equalTo("en"));
    }

    @Test
    void theCallersLanguageDecidesForTextsThatShowNone() {
        understand(Map.of("text", "7719204", "language", "zh"))
                .body("language", equalTo("zh-Hans"))
                .body("servedBy.model", equalTo("shop-zh"));
        understand(Map.of("text", "7719204")).body("servedBy.model", equalTo("shop-en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007\u0000", " \u200b \u200b", "\u202e\ufeff", "\ufe0f"})
    void whatNobodySeesMeansNothing(String text) {
        understand(Map.of("text", text)).body("intent", equalTo("oos")).body("entities.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text": ""}|is empty
                    {"text": "   "}|is empty
                    {"text": []}|empty list
                    {"text": ["fine", ""]}|is empty
                    {"text": 7}|must be a text
                    {"text": [1, 2]}|must be a text
                    {}|text is missing
                    {"text": "hi", "language": "klingon"}|language must be
                    {"text": "hi", "txet": 1}|txet
                    {"text": "hi", "history": [null]}|history holds null
                    {"text": "hi", "history": ["x"]}|history
                    {"text": "hi|not valid JSON
                    """)
    void badInputGetsAProblem(String body, String says) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/understand")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("urn:kefu:problem:"))
                .body(containsString(says));
    }

    @Test
    void brokenUtf8GetsAProblem() {
        byte[] body = "{\"text\": \"where is ?? my order\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < body.length; i++) if (body[i] == '?') body[i] = (byte) 0xFF;
        String answer;
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var response = http.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(io.restassured.RestAssured.baseURI + ":"
                                    + io.restassured.RestAssured.port + "/v1/understand"))
                            .header("Content-Type", "application/json")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            answer = response.statusCode() + " " + response.body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(answer).startsWith("400").contains("urn:kefu:problem:");
    }

    @Test
    void moreTextsThanARequestMayHoldAreRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("text", Collections.nCopies(129, "hello")))
                .post("/v1/understand")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void textsBecomeVectorsOfUnitLength() {
        List<Float> vector = given().contentType(ContentType.JSON)
                .body(Map.of("texts", List.of("hello", "你好")))
                .post("/v1/embed")
                .then()
                .statusCode(200)
                .body("embeddings", hasSize(2))
                .body("embeddings[0].encoder", matchesPattern("all-MiniLM-L6-v2\\+[0-9a-f]{8}"))
                .body("embeddings[1].encoder", matchesPattern("bge-small-zh-v1.5\\+[0-9a-f]{8}"))
                .extract()
                .path("embeddings[0].vector");
        assertThat(vector).allMatch(v -> String.valueOf(Math.abs(v)).length() <= 9);
        assertThat(vector.stream().mapToDouble(v -> v * v).sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-4));
    }

    @Test
    void modelsAreListedWithWhatTheyAre() {
        given().get("/v1/models")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("shop-en", "shop-zh")))
                .body("items[0].labels.intent", hasItem("order.status"))
                .body("items[0].labels.intent", hasSize(45))
                .body("items[0].metrics", not(equalTo(Map.of())))
                .body("items[0].checksum.length()", equalTo(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/transcribe", "/v1/see", "/v1/generate"})
    void whatIsNotConfiguredSaysSo(String path) {
        given().contentType(ContentType.JSON)
                .body(Map.of("template", "hello"))
                .post(path)
                .then()
                .statusCode(501)
                .contentType("application/problem+json")
                .body("detail", containsString("configured"));
    }

    private static ValidatableResponse understand(Map<String, ?> question) {
        return given().contentType(ContentType.JSON)
                .body(question)
                .post("/v1/understand")
                .then()
                .statusCode(200);
    }
}
