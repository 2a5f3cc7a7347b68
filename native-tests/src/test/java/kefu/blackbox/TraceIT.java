package kefu.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import kefu.blackbox.Collector.Edge;
import kefu.local.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One turn is one trace: through HTTP, the outbox, Kafka and whoever listens there. */
@ExtendWith(WithKefu.class)
class TraceIT {
    private static final String EMAIL = "zhouting.nj@example.com";

    private final RunningKefu kefu;
    private final Collector collector;

    TraceIT(RunningKefu kefu) {
        this.kefu = kefu;
        this.collector = kefu.collector();
    }

    @Test
    void aTurnIsOneTraceThroughAllFunctions() {
        var customer = kefu.customer("c-1");
        var chat = Chat.start(kefu.url(Function.ROUTING), customer, "p-17").as(customer);
        var trace = newTrace();

        say(chat, "这个商品的质量怎么样？", trace);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(collector.edges(trace))
                    .contains(
                            new Edge("routing", "inference"),
                            new Edge("routing", "profiling"),
                            new Edge("routing", "recommendation"),
                            new Edge("routing", "analytics"));
            assertThat(collector.of(trace))
                    .anyMatch(span -> hears(span, "profiling"))
                    .anyMatch(span -> hears(span, "analytics"));
        });
        assertThat(kefu.topic("kefu.turns").headers(chat.id(), "traceparent"))
                .singleElement()
                .satisfies(header -> assertThat(header).contains(trace));
    }

    @Test
    void spansCarryNoPersonalData() {
        var chat = Chat.start(kefu.url(Function.ROUTING), "", "");
        var trace = newTrace();

        say(chat, "Where is my order #W1000016? I am " + EMAIL, trace);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> collector.edges(trace).contains(new Edge("routing", "analytics")));
        assertThat(collector.all().toString()).doesNotContain(EMAIL, "Where is my order");
    }

    private static boolean hears(Collector.Span span, String function) {
        return span.service().equals(function)
                && "kefu.turns".equals(span.attributes().get("messaging.destination.name"));
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static void say(Chat chat, String text, String trace) {
        var body = Http.JSON.createObjectNode().put("text", text).toString();
        var span = HexFormat.of().formatHex(trace.substring(0, 8).getBytes(StandardCharsets.US_ASCII));
        var request = chat.http()
                .request(chat.path("/turns"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + trace + "-" + span + "-01")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(Http.exchange(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }
}
