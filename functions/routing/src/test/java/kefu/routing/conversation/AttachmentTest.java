package kefu.routing.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures, voice messages, and turns that come as forms. */
@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class AttachmentTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};

    @ParameterizedTest
    @CsvSource({
        "en, image, image/png, vision, cannot look at pictures",
        "zh, image, image/jpeg, vision, 看不了图片",
        "en, audio, audio/ogg, speech, cannot listen to voice",
        "zh, audio, audio/wav, speech, 听不了语音",
        "en, audio, audio/webm;codecs=opus, speech, cannot listen to voice",
        "en, image, Image/PNG, vision, cannot look at pictures"
    })
    void whatNobodyUnderstandsYetIsSaidHonestly(
            String language, String kind, String mediaType, String missing, String words) {
        Talk.start(Map.of("language", language))
                .send(Map.of(
                        "attachments", List.of(Map.of("kind", kind, "mediaType", mediaType, "data", "iVBORw0KGgo="))))
                .then()
                .statusCode(200)
                .body("degraded", hasItem(missing))
                .body("reply.act", equalTo("clarify"))
                .body("reply.text", containsString(words))
                .body("understanding.intent", equalTo("oos"));
    }

    @Test
    void theWordsBesideAPictureAreAnswered() {
        var talk = Talk.start();
        form(talk)
                .multiPart("text", "I want to cancel my order")
                .multiPart("attachments", "box.png", PICTURE, "image/png")
                .multiPart("attachments", "note.ogg", PICTURE, "audio/ogg; codecs=opus")
                .post(path(talk))
                .then()
                .statusCode(200)
                .body("degraded", hasItems("vision", "speech"))
                .body("reply.act", equalTo("request"))
                .body("reply.expects.slot", equalTo("identity"))
                .body(
                        "reply.text",
                        allOf(containsString("pictures"), containsString("voice"), containsString("e-mail")));
        talk.get("/turns")
                .body(
                        "items[0].request.attachments.kind", contains("image", "audio"),
                        "items[0].request.attachments.mediaType", contains("image/png", "audio/ogg"),
                        "items[0].request.attachments.data", everyItem(emptyString()));
    }

    @Test
    void aPictureShowsInTheSummaryForAnAgent() {
        var talk = Talk.start();
        talk.send(Map.of(
                        "attachments",
                        List.of(Map.of("kind", "image", "mediaType", "image/png", "data", "iVBORw0KGgo="))))
                .then()
                .statusCode(200);
        talk.say("I want to talk to a human").body("handoff.status", equalTo("waiting"));
        var summaries = given().auth()
                .oauth2(Tokens.role("agent"))
                .queryParam("limit", 200)
                .get("/v1/handoffs")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items.find { it.conversationId == '" + talk.id + "' }.summary");
        assertThat(summaries).contains("[image]");
    }

    @Test
    void anAttachmentWithoutDataIsRefused() {
        refused(
                Talk.start()
                        .send(Map.of(
                                "attachments", List.of(Map.of("kind", "image", "mediaType", "image/png", "data", "")))),
                400,
                "attachments.data");
    }

    @Test
    void aFormIsATurnLikeAnyOther() {
        var talk = Talk.start();
        form(talk)
                .multiPart(new MultiPartSpecBuilder("你好，你们好")
                        .controlName("text")
                        .mimeType("text/plain")
                        .charset("UTF-8")
                        .build())
                .multiPart("context", "{\"page\": \"product\", \"orderId\": \"#W1\"}")
                .post(path(talk))
                .then()
                .statusCode(200)
                .body("understanding.language", startsWith("zh"))
                .body("context.orderId", equalTo("#W1"))
                .body("degraded", not(hasItem("vision")));
        form(talk)
                .multiPart("answer", "{\"slot\": \"intent\", \"value\": \"order.cancel\"}")
                .post(path(talk))
                .then()
                .statusCode(200)
                .body("reply.expects.slot", equalTo("identity"));
        talk.get("/turns").body("items.size()", equalTo(2));
    }

    @Test
    void aFormThatIsSentAgainGetsTheSameAnswer() {
        var talk = Talk.start();
        var first = form(talk)
                .header("Idempotency-Key", "f")
                .multiPart("text", "hello")
                .post(path(talk));
        var again = form(talk)
                .header("Idempotency-Key", "f")
                .multiPart("text", "hello")
                .post(path(talk));
        assertThat(again.asString()).isEqualTo(first.asString());
        form(talk)
                .header("Idempotency-Key", "f")
                .multiPart("text", "bye")
                .post(path(talk))
                .then()
                .statusCode(409);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        refused(file(new byte[5 * 1024 * 1024 + 1], "image/png"), 413, "5 MiB");
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        var talk = Talk.start();
        var form = form(talk);
        for (int i = 0; i < 5; i++) form.multiPart("attachments", "p" + i + ".png", PICTURE, "image/png");
        refused(form.post(path(talk)), 413, "attachments");
        refused(form(talk).multiPart("text", "x".repeat(5000)).post(path(talk)), 413, "characters");
        talk.get("").body("turns", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"image/tiff", "application/pdf", "text/html", "video/mp4", "image/svg+xml"})
    void aFileOfAnotherKindIsRefused(String mediaType) {
        refused(file(PICTURE, mediaType), 415, "may be");
    }

    @Test
    void aFormThatMakesNoSenseIsToldWhatIsWrong() {
        var talk = Talk.start();
        refused(file(new byte[0], "image/png"), 400, "attachments");
        refused(form(talk).multiPart("colour", "red").post(path(talk)), 400, "colour");
        refused(form(talk).multiPart("answer", "{yes").post(path(talk)), 400, "answer");
        refused(
                form(talk)
                        .multiPart("answer", "{\"slot\": \"a\", \"value\": \"b\", \"x\": 1}")
                        .post(path(talk)),
                400,
                "answer");
        refused(form(talk).multiPart("text", "a").multiPart("text", "b").post(path(talk)), 400, "text");
        refused(form(talk).multiPart("text", "").post(path(talk)), 400, "text");
        refused(form(talk).multiPart("attachments", "words").post(path(talk)), 400, "attachments");
        talk.say("hello").body("number", equalTo(1));
    }

    private static Response file(byte[] content, String mediaType) {
        var talk = Talk.start();
        return form(talk).multiPart("attachments", "file", content, mediaType).post(path(talk));
    }

    private static void refused(Response response, int status, String saying) {
        response.then().statusCode(status).contentType("application/problem+json");
        assertThat(response.asString()).contains(saying);
    }

    private static RequestSpecification form(Talk talk) {
        return given().auth().oauth2(talk.token).contentType("multipart/form-data; charset=utf-8");
    }

    private static String path(Talk talk) {
        return "/v1/conversations/" + talk.id + "/turns";
    }
}
