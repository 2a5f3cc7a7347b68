package kefu.routing.conversation;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** One conversation as a storefront holds it. */
public final class Talk {
    public final String id;
    public final String token;

    private Talk(String id, String token) {
        this.id = id;
        this.token = token;
    }

    public static Talk start() {
        return start(Map.of());
    }

    public static Talk start(Map<String, ?> wish) {
        var started = given().contentType("application/json")
                .body(wish)
                .post("/v1/conversations")
                .then()
                .log()
                .ifError()
                .statusCode(201)
                .extract();
        return new Talk(started.path("id"), started.path("token"));
    }

    public ValidatableResponse say(String text) {
        return send(Map.of("text", text)).then().statusCode(200);
    }

    public ValidatableResponse choose(String slot, String value) {
        return send(Map.of("answer", Map.of("slot", slot, "value", value)))
                .then()
                .statusCode(200);
    }

    public Response send(Object turn) {
        return send(UUID.randomUUID().toString(), turn);
    }

    public Response send(String key, Object turn) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(turn)
                .post("/v1/conversations/" + id + "/turns");
    }

    public ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(token)
                .get("/v1/conversations/" + id + path)
                .then();
    }
}
