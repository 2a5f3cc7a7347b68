package kefu.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kefu.local.UserError;
import kefu.local.http.Api;
import kefu.local.http.ApiAnswer;

/** One conversation, its replies as lines. */
final class TerminalChat {
    private final Api api;
    private final String path;
    private JsonNode expects;

    private TerminalChat(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    static TerminalChat start(Api api, Map<String, ?> wish) {
        var started = done(api.send("POST", "/v1/conversations", wish, Map.of()));
        var id = started.path("id").asText();
        return new TerminalChat(api.withToken(started.path("token").asText()), "/v1/conversations/" + id + "/turns");
    }

    /** @return the reply, its sources and what can be chosen, a line each */
    List<String> say(String line) {
        var answer = done(api.send(
                "POST",
                path,
                turn(line),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        var reply = answer.path("reply");
        expects = reply.path("expects");
        if (reply.isNull() || reply.isMissingNode()) return List.of("(a colleague answers)");
        var lines = new ArrayList<>(List.of(reply.path("text").asText().split("\n")));
        var sources = new ArrayList<String>();
        reply.path("sources")
                .forEach(s ->
                        sources.add(s.path("kind").asText() + " " + s.path("id").asText()));
        if (!sources.isEmpty()) lines.add("  [" + String.join(", ", sources) + "]");
        answer.path("recommendations")
                .forEach(r -> lines.add("  * " + text(r.path("name")) + ": " + text(r.path("reason"))));
        int number = 1;
        for (var option : expects.path("options"))
            lines.add("  " + number++ + ") " + option.path("label").asText());
        return lines;
    }

    private Map<String, Object> turn(String line) {
        var options = expects == null ? null : expects.path("options");
        if (options != null && line.matches("\\d{1,2}")) {
            int chosen = Integer.parseInt(line) - 1;
            if (chosen >= 0 && chosen < options.size())
                return Map.of(
                        "answer",
                        Map.of(
                                "slot", expects.path("slot").asText(),
                                "value", options.get(chosen).path("value").asText()));
        }
        return Map.of("text", line);
    }

    private static String text(JsonNode text) {
        return text.isTextual()
                ? text.asText()
                : text.path("zh").asText() + " / " + text.path("en").asText();
    }

    private static JsonNode done(ApiAnswer answer) {
        if (!answer.isOk()) throw new UserError(answer.problem());
        return answer.body();
    }
}
