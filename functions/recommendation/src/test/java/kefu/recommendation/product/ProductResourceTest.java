package kefu.recommendation.product;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static kefu.recommendation.Catalogued.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kefu.model.event.ProductChanged;
import kefu.model.event.Topics;
import kefu.recommendation.Kafka;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class ProductResourceTest {
    private static final String PROBLEM = "application/problem+json";

    @Inject
    Kafka kafka;

    @Test
    void aProductThatIsPutIsThereAndEverybodyHearsOfIt() {
        admin().body(json("put-1", "Tent", "outdoor", true))
                .put("/v1/products/put-1")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        get("/v1/products/put-1").then().statusCode(200).header("ETag", "\"1\"").body("name.en", is("Tent"));
        assertThat(get("/v1/products/put-1").asString()).contains("\"price\":39.90");
        var event = kafka.await(
                Topics.PRODUCTS, ProductChanged.class, e -> e.product().id().equals("put-1"));
        assertThat(event.product().name().in("en")).isEqualTo("Tent");
        var record = kafka.awaitRecord(Topics.PRODUCTS, r -> "put-1".equals(r.key()));
        assertThat(new String(record.headers().lastHeader("ce_type").value())).isEqualTo("kefu.product.changed.v1");
    }

    @Test
    void theSameProductAgainChangesNothing() {
        var tent = json("same-1", "Tent", "outdoor", true);
        admin().body(tent).put("/v1/products/same-1").then().statusCode(201);
        admin().body(tent).put("/v1/products/same-1").then().statusCode(200).header("ETag", "\"1\"");
        get("/v1/products/same-1").then().header("ETag", "\"1\"");
        given().header("If-None-Match", "\"1\"")
                .get("/v1/products/same-1")
                .then()
                .statusCode(304);
    }

    @Test
    void whoSawAnOlderVersionDoesNotOverwriteANewerOne() {
        admin().body(json("etag-1", "Tent", "outdoor", true)).put("/v1/products/etag-1");
        admin().header("If-Match", "\"1\"")
                .body(json("etag-1", "Big Tent", "outdoor", true))
                .put("/v1/products/etag-1")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        admin().header("If-Match", "\"1\"")
                .body(json("etag-1", "Small Tent", "outdoor", true))
                .put("/v1/products/etag-1")
                .then()
                .statusCode(412)
                .contentType(PROBLEM)
                .body("type", is("urn:kefu:problem:changed"));
        get("/v1/products/etag-1").then().body("name.en", is("Big Tent"));
    }

    @Test
    void ifMatchOnAProductThatIsNotThereIsRefused() {
        admin().header("If-Match", "\"1\"")
                .body(json("etag-2", "Tent", "outdoor", true))
                .put("/v1/products/etag-2")
                .then()
                .statusCode(412);
        get("/v1/products/etag-2").then().statusCode(404);
    }

    @Test
    void anIfMatchThatIsNoETagIsRefused() {
        admin().header("If-Match", "yesterday")
                .body(json("etag-3", "Tent", "outdoor", true))
                .put("/v1/products/etag-3")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("If-Match"));
    }

    @Test
    void aProductThatIsNotThereIsAProblem() {
        get("/v1/products/nowhere").then().statusCode(404).contentType(PROBLEM).body("title", is("Not found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "agent", "analyst", "editor"})
    void onlyAnAdminChangesTheCatalogue(String role) {
        given().auth()
                .oauth2(Tokens.role(role))
                .contentType("application/json")
                .body(json("role-1", "Tent", "outdoor", true))
                .put("/v1/products/role-1")
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
    }

    @Test
    void whoSaysNotWhoTheyAreChangesNothing() {
        given().contentType("application/json")
                .body(json("role-2", "Tent", "outdoor", true))
                .put("/v1/products/role-2")
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"bad-1\", | not valid JSON",
                "{\"id\": \"bad-1\", \"name\": \"x\", \"variants\": [{\"id\": \"v\", \"price\": 1}], \"colour\": \"red\"} | colour: is not a field here",
                "{\"id\": \"bad-1\", \"name\": \"x\"} | variants is empty",
                "{\"id\": \"bad-1\", \"variants\": []} | name is missing",
                "{\"id\": \"other\", \"name\": \"x\", \"variants\": [{\"id\": \"v\", \"price\": 1}]} | id: is not the one in the path",
                "{\"id\": \"bad-1\", \"name\": \"x\", \"variants\": [{\"id\": \"v\", \"price\": -1}]} | variants.price is negative",
                "[] | value of the wrong kind",
                "null | body"
            })
    void whatIsNoProductIsRefusedWithTheReason(String body, String reason) {
        var detail = admin().body(body)
                .put("/v1/products/bad-1")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .extract()
                .path("detail")
                .toString();
        if (!reason.equals("body")) assertThat(detail).contains(reason);
        get("/v1/products/bad-1").then().statusCode(404);
    }

    @Test
    void anImportPutsManyAtOnce() {
        var many = IntStream.range(0, 5)
                .mapToObj(i -> json("bulk-" + i, "Mug " + i, "kitchen", true))
                .collect(Collectors.joining(",", "[", "]"));
        admin().body(many).put("/v1/products").then().statusCode(200).body("changed", is(5));
        admin().body(many).put("/v1/products").then().body("changed", is(0)).body("unchanged", is(5));
    }

    @Test
    void anImportOfTooManyOrWithABadOneChangesNothing() {
        var many = IntStream.range(0, 201)
                .mapToObj(i -> json("many-" + i, "Mug", "kitchen", true))
                .collect(Collectors.joining(",", "[", "]"));
        admin().body(many).put("/v1/products").then().statusCode(400).contentType(PROBLEM);
        admin().body("[" + json("half-1", "Mug", "kitchen", true) + ", {\"id\": \"half-2\"}]")
                .put("/v1/products")
                .then()
                .statusCode(400)
                .body("detail", containsString("name is missing"));
        admin().body("[]").put("/v1/products").then().statusCode(400);
        get("/v1/products/half-1").then().statusCode(404);
        get("/v1/products/many-0").then().statusCode(404);
    }

    @Test
    void theCatalogueCanBePagedThroughWithoutLossOrRepeats() {
        for (int i = 0; i < 5; i++)
            admin().body(json("page-" + i, "Mug", "kitchen", true)).put("/v1/products/page-" + i);
        var seen = new ArrayList<String>();
        var after = "page-";
        while (after != null) {
            var page = given().queryParam("limit", 2)
                    .queryParam("after", after)
                    .get("/v1/products")
                    .then()
                    .extract();
            seen.addAll(page.<java.util.List<String>>path("items.id"));
            after = page.path("next");
        }
        assertThat(seen).doesNotHaveDuplicates().contains("page-0", "page-1", "page-2", "page-3", "page-4");
        given().queryParam("after", "zzzz")
                .get("/v1/products")
                .then()
                .body("items", hasSize(0))
                .body("next", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many"})
    void aLimitOutOfRangeIsRefused(String limit) {
        given().queryParam("limit", limit)
                .get("/v1/products")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors[0].field", is("limit"));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.role("admin")).contentType("application/json");
    }
}
