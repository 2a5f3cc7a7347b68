package kefu.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;

/** What a function answered. @param body a missing node when there was no JSON */
public record ApiAnswer(int status, JsonNode body) {
    private static final ObjectMapper JSON = Json.mapper();

    public boolean isOk() {
        return status / 100 == 2;
    }

    /** @throws IllegalStateException when the body is no such thing: the function is of another version */
    public <T> T as(Class<T> type) {
        try {
            return JSON.treeToValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The answer is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** @return the problem (RFC 9457) as one sentence, field problems included */
    public String problem() {
        var parts = new ArrayList<String>();
        body.path("errors")
                .forEach(error -> parts.add((error.path("field").asText("") + " "
                                + error.path("detail")
                                        .asText(error.path("message").asText("")))
                        .strip()));
        var said = body.path("detail").asText(body.path("title").asText("status " + status));
        return parts.isEmpty() ? said : said + " (" + String.join("; ", parts) + ")";
    }
}
