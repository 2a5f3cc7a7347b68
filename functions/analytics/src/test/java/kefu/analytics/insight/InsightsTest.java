package kefu.analytics.insight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kefu.analytics.Given;
import kefu.analytics.Published;
import kefu.model.event.ErasureRequested;
import kefu.model.event.Topics;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class InsightsTest {
    @Inject
    Published published;

    @TestHTTPResource("/")
    URI address;

    /** Counting has begun: what the tests measure is not the start. */
    @BeforeEach
    void countingRuns() {
        published.event(Given.turn("warm-" + UUID.randomUUID(), Instant.now()).answered());
        await().atMost(Duration.ofSeconds(60)).until(() -> turns() > 0);
    }

    @Test
    void theSummaryTellsOfATurnWithinTwoSeconds() {
        var intent = "product." + UUID.randomUUID();
        var conversation = UUID.randomUUID().toString();
        published.event(Given.turn(conversation, Instant.now()).intent(intent).answered());
        long start = System.nanoTime();

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> analyst()
                        .get("/v1/insights/summary?window=5m")
                        .then()
                        .statusCode(200)
                        .body("intents.name", hasItem(intent)));
        System.out.printf("a turn is in the summary after %d ms%n", (System.nanoTime() - start) / 1_000_000);
        for (var window : List.of("1h", "1d"))
            analyst()
                    .get("/v1/insights/summary?window=" + window)
                    .then()
                    .body("intents.name", hasItem(intent))
                    .body("window", equalTo(window));
    }

    @Test
    void allPartitionsAreCounted() {
        var intent = "spread." + UUID.randomUUID();
        for (int n = 0; n < 40; n++)
            published.event(
                    Given.turn("spread-" + n, Instant.now()).intent(intent).answered());

        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(summary().getInt("intents.find { it.name == '" + intent + "' }.count"))
                        .isEqualTo(40));
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAndIsCounted() {
        int before = unreadable();
        published.data(Topics.FEEDBACK, "x", "broken".getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(unreadable()).isEqualTo(before + 1));
        var letters = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(letters).contains("kefu_analytics_records_total{outcome=\"unreadable\"}");
    }

    @Test
    void improvementsNameTheDearestIntentFirstWithMaskedExamples() {
        for (int n = 0; n < 30; n++)
            published.event(Given.turn("dear-" + UUID.randomUUID(), Instant.now())
                    .intent("oos")
                    .nearest("warranty.question")
                    .says("call me: 13812345678")
                    .answered());

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> analyst()
                        .get("/v1/insights/improvements?window=1h")
                        .then()
                        .statusCode(200)
                        .body("items[0].intent", equalTo("warranty.question"))
                        .body("items[0].outOfScope", equalTo(30))
                        .body("items[0].examples.text", hasItem("call me: [phone]"))
                        .body("items[0].examples.text", not(hasItem(containsString("138")))));
    }

    @ParameterizedTest
    @CsvSource({"turns, 5m, 30", "latencyP95, 1h, 60", "satisfaction, 1d, 72"})
    void aSeriesHasAPointForEachStep(String metric, String window, int points) {
        analyst()
                .get("/v1/insights/series?metric=" + metric + "&window=" + window)
                .then()
                .statusCode(200)
                .body("metric", equalTo(metric))
                .body("points.size()", equalTo(points))
                .body("points[" + (points - 1) + "].at", containsString("T"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/insights/summary?window=2w",
                "/v1/insights/series?metric=turns&window=1H",
                "/v1/insights/series?metric=nothing&window=1h",
                "/v1/insights/series?window=1h",
                "/v1/insights/improvements?window=5",
                "/v1/insights/stream?window=x",
                "/v1/alerts?limit=0",
                "/v1/alerts?limit=1000"
            })
    void whatDoesNotExistIsRefusedWithAProblem(String path) {
        analyst()
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/insights/summary",
                "/v1/insights/series?metric=turns",
                "/v1/insights/improvements",
                "/v1/insights/stream",
                "/v1/alerts"
            })
    void insightsAreForAnalystsAlone(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
        for (var token : List.of(Tokens.customer("c-1"), Tokens.role("agent"), Tokens.role("editor")))
            given().auth().oauth2(token).get(path).then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void theStreamTellsEachChangeAndResumesWithoutLossOrRepeats() throws Exception {
        List<SseReader.Message> all;
        List<SseReader.Message> first;
        try (var watching = SseReader.open(address, Tokens.role("analyst"), null)) {
            watching.next();
            try (var dropping = SseReader.open(address, Tokens.role("analyst"), null)) {
                first = List.of(dropping.next());
            }
            for (int n = 0; n < 3; n++) {
                published.event(
                        Given.turn("sse-" + UUID.randomUUID(), Instant.now()).answered());
                watching.next();
            }
            all = watching.seen();
        }
        var last = first.getLast().id();
        var missed = all.stream().dropWhile(m -> !m.id().equals(last)).skip(1).toList();
        assertThat(missed).isNotEmpty();
        try (var resumed = SseReader.open(address, Tokens.role("analyst"), last)) {
            for (var expected : missed) assertThat(resumed.next()).isEqualTo(expected);
        }
    }

    @Test
    void aReaderFromBeforeARestartGetsTheWholeStateOnce() throws Exception {
        try (var resumed = SseReader.open(address, Tokens.role("admin"), "longago.5m.7")) {
            assertThat(resumed.next().data()).contains("\"turns\":");
        }
    }

    @Test
    void aBurstOfTurnsWithoutAFunctionRaisesOneAlert() {
        for (int n = 0; n < 60; n++)
            published.event(Given.turn("degraded-" + UUID.randomUUID(), Instant.now())
                    .without("inference")
                    .answered());

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> analyst()
                        .get("/v1/alerts")
                        .then()
                        .statusCode(200)
                        .body("items.metric", hasItems("degradedShare")));
        try (var topic = TopicReader.of(Topics.ALERTS)) {
            topic.awaitRecord(record -> record.key().equals("degradedShare")
                    && record.value().contains("\"type\":\"kefu.alert.raised.v1\""));
        }
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> alerts("degradedShare") <= 2);
    }

    @Test
    void anErasureIsConfirmed() {
        var customer = "c-" + UUID.randomUUID();
        var now = Instant.now();
        try (var topic = TopicReader.of(Topics.ERASURES)) {
            published.event(new ErasureRequested(UUID.randomUUID().toString(), now, now, customer));
            topic.awaitRecord(record -> record.key().equals(customer)
                    && record.value().contains("kefu.erasure.confirmed.v1")
                    && record.value().contains("\"function\":\"analytics\""));
        }
    }

    @Test
    void theDashboardAndHealthAreThereForEverybody() {
        given().get("/")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .header("Content-Security-Policy", containsString("default-src"))
                .body(containsString("<title>Kefu"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/insights/summary"));
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(Tokens.role("analyst"));
    }

    private static long turns() {
        return summary().getLong("turns");
    }

    private static int unreadable() {
        return summary().getInt("events.unreadable");
    }

    private static JsonPath summary() {
        return analyst()
                .get("/v1/insights/summary?window=1h")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long alerts(String metric) {
        List<String> metrics = analyst().get("/v1/alerts").then().extract().path("items.metric");
        return metrics.stream().filter(metric::equals).count();
    }
}
