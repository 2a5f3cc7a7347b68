package kefu.local.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import kefu.local.function.Function;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.http.Api;
import kefu.local.keys.Role;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;

/** What a shop's day asks of the functions, in small: so that they have loaded what they need for it. */
public record Exercise(Home home, Ports ports, Clock clock) {
    /** As many as tell the optimising compiler what is worth its while: a cache keeps that too (JEP 515). */
    private static final int TURNS = 300;

    public void run() throws IOException {
        try (var turns = new Turns(Api.of(ports.url(Function.ROUTING), ""))) {
            turns.sequential(TURNS);
        }
        var token = new Tokens(new Secrets(home.keys()), clock).token("exercise", Role.ADMIN, Duration.ofHours(1));
        for (var function : Function.values()) {
            var api = Api.of(ports.url(function), token);
            api.get("/q/openapi");
            api.get("/q/metrics");
            api.get("/no-such-path");
        }
        Api.of(ports.url(Function.PROFILING), token).get("/v1/customers/" + Tokens.DEMO_CUSTOMER + "/profile");
        Api.of(ports.url(Function.ANALYTICS), token).get("/v1/insights/summary");
        Api.of(ports.url(Function.INFERENCE), token)
                .send("POST", "/v1/embed", Map.of("texts", java.util.List.of("hello", "你好")), Map.of());
    }
}
