package kefu.recommendation.recommend;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import kefu.model.Ids;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.ProductsRecommended;
import kefu.model.event.Topics;
import kefu.model.shop.Interaction;
import kefu.recommendation.Catalogued;
import kefu.recommendation.Kafka;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class RecommendationResourceTest {
    @Inject
    Kafka kafka;

    @BeforeEach
    void aShop() {
        Catalogued.put("r-shirt", "Breezy Shirt", "r-clothing");
        Catalogued.put("r-trousers", "Breezy Trousers", "r-clothing");
        Catalogued.put(Catalogued.json("r-gone", "Breezy Hat", "r-clothing", false), "r-gone");
        await().until(() -> ids(Map.of("productId", "r-shirt")).contains("r-trousers"));
    }

    @Test
    void aLikeProductIsRecommendedWithItsPriceAndATrueReason() {
        given().queryParams(Map.of("productId", "r-shirt", "query", "breezy"))
                .get("/v1/recommendations")
                .then()
                .statusCode(200)
                .body("id", notNullValue())
                .body("items[0].productId", is("r-trousers"))
                .body("items[0].price", is(39.90f))
                .body("items[0].currency", is("USD"))
                .body("items[0].reason.en", is("Matches “breezy”"));
        assertThat(ids(Map.of("query", "breezy"))).doesNotContain("r-gone");
    }

    @Test
    void whatWasShownIsToldWithItsPropensities() {
        var answer = answer(Map.of("productId", "r-shirt", "conversationId", "conv-1", "customerId", "r-somebody"));
        var event = kafka.await(
                Topics.RECOMMENDATIONS,
                ProductsRecommended.class,
                e -> e.recommendationId().equals(answer.getString("id")));
        assertThat(event.customerId()).isEqualTo("r-somebody");
        assertThat(event.conversationId()).isEqualTo("conv-1");
        assertThat(event.items())
                .extracting(ProductsRecommended.Shown::productId)
                .isEqualTo(answer.getList("items.productId"));
        assertThat(event.items())
                .allSatisfy(
                        shown -> assertThat(shown.propensity()).isGreaterThan(0).isLessThanOrEqualTo(1));
    }

    @Test
    void aCustomersPastIsNotShownToAnotherCustomer() {
        var event = new Interaction("r-private", Interaction.Kind.CART, "r-shirt", null, null, null, Instant.now());
        kafka.publish(new InteractionRecorded(Ids.next(), Instant.now(), Instant.now(), event));
        await().until(() ->
                reasons(Tokens.customer("r-private")).contains("Because you put Breezy Shirt in your cart"));
        assertThat(reasons(Tokens.role("agent"))).contains("Because you put");
        assertThat(reasons(Tokens.customer("r-other"))).doesNotContain("Because you put");
        assertThat(reasons(Tokens.role("analyst"))).doesNotContain("Because you put");
    }

    @Test
    void aTokenThatIsNotValidIsRefused() {
        given().auth()
                .oauth2("not.a.token")
                .queryParam("customerId", "r-private")
                .get("/v1/recommendations")
                .then()
                .statusCode(401);
    }

    @Test
    void somebodyNewAndAProductUnknownAreAnsweredToo() {
        given().queryParam("customerId", "r-new")
                .get("/v1/recommendations")
                .then()
                .statusCode(200);
        given().queryParam("productId", "r-unknown")
                .get("/v1/recommendations")
                .then()
                .statusCode(200);
        given().queryParam("limit", 1)
                .get("/v1/recommendations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51", "-3", "1.5", "five"})
    void aLimitOutOfRangeIsRefused(String limit) {
        given().queryParam("limit", limit)
                .get("/v1/recommendations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", is("limit"));
    }

    @Test
    void aQueryOfPagesIsRefused() {
        given().queryParam("query", "x".repeat(1001))
                .get("/v1/recommendations")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("query"));
    }

    @Test
    void itIsReadyOnceTheModelIsLoaded() {
        get("/q/health/ready").then().statusCode(200).body("checks.name", org.hamcrest.Matchers.hasItem("model"));
    }

    private static java.util.List<String> ids(Map<String, String> parameters) {
        return answer(parameters).getList("items.productId");
    }

    private static JsonPath answer(Map<String, String> parameters) {
        return given().queryParams(parameters)
                .queryParam("limit", 20)
                .get("/v1/recommendations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String reasons(String token) {
        return given().auth()
                .oauth2(token)
                .queryParams(Map.of("customerId", "r-private", "limit", 50))
                .get("/v1/recommendations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.reason.en")
                .toString();
    }
}
