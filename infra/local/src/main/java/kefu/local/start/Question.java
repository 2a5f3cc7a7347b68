package kefu.local.start;

import java.util.Map;
import java.util.UUID;
import kefu.local.bench.Turns;
import kefu.local.function.Function;
import kefu.local.http.Api;
import kefu.local.http.ApiAnswer;
import kefu.local.keys.Tokens;

/** What a function is for, asked once: none of these can be answered before all that it takes is there. */
record Question(Function function, Api api) {
    /** @return whether it was answered, by whatever the function needs for it */
    boolean ask(int number) {
        return switch (function) {
            case INFERENCE ->
                post(api, "/v1/understand", Map.of("text", text(number))).isOk();
            case PROFILING ->
                api.get("/v1/customers/" + Tokens.DEMO_CUSTOMER + "/profile").isOk();
            case RECOMMENDATION ->
                api.get("/v1/recommendations?customerId=" + Tokens.DEMO_CUSTOMER)
                        .isOk();
            case ANALYTICS -> api.get("/v1/insights/summary").isOk();
            case ROUTING -> turn(text(number));
        };
    }

    private boolean turn(String text) {
        var begun = post(api, "/v1/conversations", Map.of("channel", "api"));
        if (!begun.isOk()) return false;
        var talk = api.withToken(begun.body().path("token").asText());
        return post(talk, "/v1/conversations/" + begun.body().path("id").asText() + "/turns", Map.of("text", text))
                .isOk();
    }

    private static ApiAnswer post(Api api, String path, Map<String, ?> body) {
        return api.send(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static String text(int number) {
        return Turns.TEXTS.get(number % Turns.TEXTS.size());
    }
}
