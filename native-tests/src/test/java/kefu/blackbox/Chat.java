package kefu.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A conversation, as a storefront holds it. */
record Chat(String id, Http http) {
    /** @param token the customer's, empty for somebody unknown @param productId what the page shows, empty for nothing */
    static Chat start(String url, String token, String productId) {
        Map<String, Object> context =
                productId.isEmpty() ? Map.of() : Map.of("page", "product", "productId", productId);
        var started = new Http(url, token)
                .post("/v1/conversations", Map.of("channel", "web", "context", context))
                .ok();
        return new Chat(
                started.path("id").asText(), new Http(url, started.path("token").asText()));
    }

    /** The same conversation shown with another token. */
    Chat as(String token) {
        return new Chat(id, new Http(http.url(), token));
    }

    /** The same conversation through another replica. */
    Chat through(String url) {
        return new Chat(id, new Http(url, http.token()));
    }

    JsonNode say(String text) {
        return http.post(path("/turns"), Map.of("text", text)).ok();
    }

    Answer say(String text, String key) {
        return http.post(path("/turns"), Map.of("text", text), key);
    }

    JsonNode choose(String slot, String value) {
        return http.post(path("/turns"), Map.of("answer", Map.of("slot", slot, "value", value)))
                .ok();
    }

    String path(String below) {
        return "/v1/conversations/" + id + below;
    }
}
