package kefu.recommendation;

import static io.restassured.RestAssured.given;

import kefu.testing.Tokens;

/** Puts products into the catalogue over HTTP, as an import does. */
public final class Catalogued {
    private Catalogued() {}

    public static String json(String id, String name, String category, boolean available) {
        return """
                {"id": "%s", "name": {"en": "%s", "zh": "%s"}, "category": "%s", "attributes": {"material": "linen"},
                 "variants": [{"id": "%s-v", "price": 39.90, "currency": "USD", "available": %s}]}""".formatted(id, name, name, category, id, available);
    }

    public static void put(String id, String name, String category) {
        put(json(id, name, category, true), id);
    }

    public static void put(String json, String id) {
        given().auth()
                .oauth2(Tokens.role("admin"))
                .contentType("application/json")
                .body(json)
                .put("/v1/products/" + id)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }
}
