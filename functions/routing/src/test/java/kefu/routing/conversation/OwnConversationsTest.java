package kefu.routing.conversation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import kefu.testing.RealBrokerAndDatabase;
import kefu.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class OwnConversationsTest {
    @Test
    void aCustomerSeesTheirOwnTheNewestFirst() {
        var first = startedBy("own-1");
        var second = startedBy("own-1");
        startedBy("own-2");
        var page = list(Tokens.customer("own-1"), Map.of("limit", 1))
                .statusCode(200)
                .body("items.id", contains(second), "items[0].turns", equalTo(0));
        String next = page.extract().path("next");
        list(Tokens.customer("own-1"), Map.of("limit", 1, "after", next))
                .body("items.id", contains(first), "next", nullValue());
    }

    @Test
    void staffSeeAnybodysAndOthersOnlyTheirOwn() {
        var one = startedBy("own-3");
        list(Tokens.role("agent"), Map.of("customerId", "own-3"))
                .statusCode(200)
                .body("items.id", contains(one));
        list(Tokens.customer("own-4"), Map.of("customerId", "own-3")).statusCode(403);
        list(Tokens.customer("own-4"), Map.of()).statusCode(200).body("items", empty());
        list(Tokens.role("agent"), Map.of()).statusCode(400).body("detail", equalTo("customerId is missing."));
        list(Tokens.customer("own-4"), Map.of("limit", 0)).statusCode(400);
        given().get("/v1/conversations?customerId=own-3").then().statusCode(401);
        given().get("/v1/conversations").then().statusCode(401);
        list(Talk.start().token, Map.of("customerId", "own-3")).statusCode(403);
    }

    private static String startedBy(String customer) {
        return given().auth()
                .oauth2(Tokens.customer(customer))
                .contentType("application/json")
                .post("/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse list(String token, Map<String, ?> query) {
        return given().auth()
                .oauth2(token)
                .queryParams(query)
                .get("/v1/conversations")
                .then();
    }
}
