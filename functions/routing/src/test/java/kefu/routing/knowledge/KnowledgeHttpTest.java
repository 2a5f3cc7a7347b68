package kefu.routing.knowledge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class KnowledgeHttpTest {
    @Inject
    Knowledge knowledge;

    private final String id = "kb-" + UUID.randomUUID();

    @Test
    void whatAnEditorWritesEverybodyReads() {
        put(Map.of("title", "Gift cards", "tags", List.of("payment.methods"), "text", "They never expire."))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1));

        given().get("/v1/knowledge/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .header("Content-Language", "en")
                .body("title", equalTo("Gift cards"))
                .body("tags", contains("payment.methods"))
                .body("at", notNullValue());
        given().header("If-None-Match", "\"1\"")
                .get("/v1/knowledge/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void everyVersionIsKeptAndTheSameTextMakesNone() {
        put(article("One", "First.")).statusCode(201);
        put(article("One", "Second.")).statusCode(200).header("ETag", "\"2\"");
        put(article("One", "Second.")).statusCode(200).header("ETag", "\"2\"");

        editor().get("/v1/knowledge/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.text", contains("Second.", "First."))
                .body("items.by", contains("editor", "editor"));
    }

    @Test
    void languagesAreArticlesOfTheirOwn() {
        put(article("Invoices", "We send them.")).statusCode(201);
        put(article("发票", "我们会发送。")).statusCode(201).header("Content-Language", "zh");

        given().get("/v1/knowledge/" + id + "?language=zh").then().body("title", equalTo("发票"));
        given().get("/v1/knowledge/" + id + "?language=en").then().body("title", equalTo("Invoices"));
        given().get("/v1/knowledge/" + id + "?language=ja").then().statusCode(404);
    }

    @Test
    void ofTwoEditorsTheSecondIsTold() {
        put(article("One", "First.")).statusCode(201);
        editor("If-Match", "\"1\"", article("One", "Hers.")).statusCode(200);

        editor("If-Match", "\"1\"", article("One", "His."))
                .statusCode(412)
                .contentType("application/problem+json")
                .body("detail", equalTo("The article is at version 2 now."));
        editor("If-None-Match", "*", article("One", "His.")).statusCode(412);
        editor("If-Match", "\"1\"", article("One", "Hers.")).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void aDeletedArticleIsGoneAndItsVersionsStay() {
        put(article("Llamas", "We groom llamas on Tuesdays.")).statusCode(201);
        awaitFound("llamas grooming", true);
        editor().header("If-Match", "\"7\"")
                .delete("/v1/knowledge/" + id + "?language=en")
                .then()
                .statusCode(412);
        editor().delete("/v1/knowledge/" + id).then().statusCode(204);

        given().get("/v1/knowledge/" + id).then().statusCode(404).contentType("application/problem+json");
        editor().delete("/v1/knowledge/" + id).then().statusCode(404);
        awaitFound("llamas grooming", false);
        editor().get("/v1/knowledge/" + id + "/versions").then().body("items.deleted", contains(true, false));
        put(article("Llamas", "We groom them again.")).statusCode(201).header("ETag", "\"3\"");
    }

    @Test
    void markupIsText() {
        var text = "<script>alert('x')</script> & <b>bold</b>";
        put(article("<i>Title</i>", text)).statusCode(201);

        given().get("/v1/knowledge/" + id)
                .then()
                .contentType(startsWith("application/json"))
                .body("text", equalTo(text))
                .body("title", equalTo("<i>Title</i>"));
    }

    @Test
    void articlesAreFoundByTheirWords() {
        put(article("Trampolines", "A trampoline is inspected every spring by a certified gymnast."))
                .statusCode(201);
        awaitFound("who inspects the trampoline", true);

        given().queryParam("q", "who inspects the trampoline")
                .get("/v1/knowledge")
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].match.text", startsWith("A trampoline"))
                .body("items[0].match.passage", equalTo(1));
        given().queryParam("q", "quantum chromodynamics lecture")
                .get("/v1/knowledge")
                .then()
                .body("items", empty());
        assertThat(knowledge.search(new KnowledgeQuery("trampoline inspected", "zh", Optional.empty(), List.of(), 5)))
                .isEmpty();
    }

    @Test
    void aListIsReadPageByPage() {
        for (var n : List.of("1", "2", "3"))
            given().auth()
                    .oauth2(Tokens.role("editor"))
                    .contentType(ContentType.JSON)
                    .body(article("List", "Entry."))
                    .put("/v1/knowledge/" + id + "." + n)
                    .then()
                    .statusCode(201);
        var seen = new ArrayList<String>();
        var after = "";
        while (after != null) {
            var page = given().queryParam("limit", 2)
                    .queryParam("language", "en")
                    .queryParam("after", after)
                    .get("/v1/knowledge")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            after = page.path("next");
        }
        assertThat(seen).doesNotHaveDuplicates().contains(id + ".1", id + ".2", id + ".3");
    }

    @Test
    void onlyEditorsWrite() {
        given().contentType(ContentType.JSON)
                .body(article("One", "First."))
                .put("/v1/knowledge/" + id)
                .then()
                .statusCode(401);
        for (var role : List.of("customer", "agent", "analyst"))
            given().auth()
                    .oauth2(Tokens.role(role))
                    .contentType(ContentType.JSON)
                    .body(article("One", "First."))
                    .put("/v1/knowledge/" + id)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        given().get("/v1/knowledge/" + id + "/versions").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.role("agent"))
                .delete("/v1/knowledge/" + id)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":"t","text":" "}                       | text
            {"title":"","text":"x"}                        | title
            {"text":"x"}                                   | title
            {"title":"t","text":"x","language":"English"}  | language
            {"title":"t","text":"x","tags":[""]}           | tags
            {"title":"t","text":"x","colour":"red"}        | colour
            {"title":"t","text":"x","tags":"a"}            | tags
            {"title":                                      | JSON
            """)
    void whatIsWrongIsSaid(String body, String where) {
        editor().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/knowledge/" + id)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", org.hamcrest.Matchers.containsString(where));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        put(article("t", "x".repeat(50_001))).statusCode(400).body("errors.field", hasItem("text"));
        try {
            put(article("t", "x".repeat(17_000_000))).statusCode(413);
        } catch (Exception cut) {
            // The server may close the connection before a client that is still sending reads the answer.
            assertThat(cut).isInstanceOf(java.net.SocketException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=101", "limit=x", "language=English", "after=nonsense"})
    void aListIsNotAskedForWrongly(String query) {
        given().get("/v1/knowledge?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void theQueryAndTheBodyAgreeOnTheLanguage() {
        var body = new HashMap<String, Object>(article("t", "x"));
        body.put("language", "en");
        editor().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/knowledge/" + id + "?language=zh")
                .then()
                .statusCode(400);
        editor().contentType(ContentType.JSON)
                .body(article("t", "x"))
                .put("/v1/knowledge/" + id + "%20 x")
                .then()
                .statusCode(not(201));
    }

    private ValidatableResponse put(Map<String, ?> body) {
        return editor().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/knowledge/" + id)
                .then();
    }

    private ValidatableResponse editor(String header, String value, Map<String, ?> body) {
        return editor().header(header, value)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/knowledge/" + id)
                .then();
    }

    private static RequestSpecification editor() {
        return given().auth().oauth2(Tokens.role("editor"));
    }

    private static Map<String, Object> article(String title, String text) {
        return Map.of("title", title, "tags", List.of(), "text", text);
    }

    private void awaitFound(String question, boolean found) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            List<String> ids = given().queryParam("q", question)
                    .get("/v1/knowledge")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.id");
            assertThat(ids.contains(id)).as("%s among %s", id, ids).isEqualTo(found);
        });
    }
}
