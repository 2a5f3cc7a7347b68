package kefu.inference.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(GenerateTest.WithEndpoint.class)
@QuarkusTestResource(value = ChatEndpoint.class, restrictToAnnotatedClass = true)
class GenerateTest {
    private static final String TEMPLATE = "Order 4711 is on its way.";

    public static class WithEndpoint implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kefu.inference.encoder.enabled", "false");
        }
    }

    @Test
    void aTemplateIsSaidInBetterWords() {
        generate("order: 4711")
                .body("source", equalTo("generated"))
                .body("text", equalTo("Good news! Your order 4711 is on its way. Have a nice day."))
                .body("model", equalTo("tiny"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LIE|claims number 3
            CUT|ended before the text did
            BREAK|the endpoint answered 500
            """)
    void whatCannotBeTrustedBecomesTheTemplate(String fact, String reason) {
        generate(fact)
                .body("source", equalTo("template"))
                .body("text", equalTo(TEMPLATE))
                .body("reason", containsString(reason));
    }

    @Test
    void anEndpointThatHangsIsNotWaitedFor() {
        long begun = System.nanoTime();
        generate("HANG").body("source", equalTo("template")).body("reason", containsString("no end within"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aStreamSaysSentencesAsTheyPassAndWhatToShowAtTheEnd() {
        String good = stream("order: 4711");
        assertThat(good.split("event:")).hasSizeGreaterThan(3);
        assertThat(good).contains("Good news!").contains("\"source\":\"generated\"");
        String lie = stream("LIE");
        assertThat(lie).contains("Good news!").doesNotContain("3 days").contains("\"source\":\"template\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"template": ""}|template is missing
            {"template": "x", "facts": [""]}|facts holds an empty one
            {"template": "x", "language": "fr"}|language must be
            {"template": "x", "prompt": "y"}|prompt
            """)
    void badInputGetsAProblem(String body, String says) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/generate")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(containsString(says));
    }

    @Test
    void theModelIsListed() {
        given().get("/v1/models").then().body("generation", equalTo("tiny at localhost"));
    }

    private static ValidatableResponse generate(String fact) {
        return given().contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .body(Map.of("template", TEMPLATE, "facts", List.of(fact), "language", "en"))
                .post("/v1/generate")
                .then()
                .statusCode(200);
    }

    private static String stream(String fact) {
        return given().contentType(ContentType.JSON)
                .accept("text/event-stream")
                .body(Map.of("template", TEMPLATE, "facts", List.of(fact)))
                .post("/v1/generate")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
