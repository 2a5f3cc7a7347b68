package kefu.profiling;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import kefu.testing.Tokens;

/** Speaks to profiling as a shop does. */
public final class Shop {
    private Shop() {}

    /** @return a customer of whom nothing is known yet */
    public static String newCustomer() {
        return "c-" + UUID.randomUUID();
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static RequestSpecification asCustomer(String customerId) {
        return as(Tokens.customer(customerId));
    }

    public static RequestSpecification asAdmin() {
        return as(Tokens.role("admin"));
    }

    /** @param body as plain JSON */
    public static ValidatableResponse tell(RequestSpecification caller, String body) {
        return caller.contentType(ContentType.JSON)
                .body(body)
                .when()
                .post("/v1/interactions")
                .then();
    }

    public static String view(String customerId, String productId) {
        return """
                {"customerId": "%s", "kind": "view", "productId": "%s", "at": "2026-06-01T12:00:00Z"}""".formatted(customerId, productId);
    }
}
