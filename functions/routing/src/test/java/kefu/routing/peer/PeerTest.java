package kefu.routing.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import kefu.model.recommendation.Recommendations;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.Understanding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can go wrong on the wire; what the functions say to each other, the black-box tests show. */
class PeerTest {
    private static final UnderstandRequest REQUEST = new UnderstandRequest("hello", null, List.of());
    private static final String ANSWER = """
            {"language": "en", "intent": "greeting", "confidence": 0.9, "alternatives": [], "entities": [],
            "servedBy": {"model": "m", "version": "1", "device": "cpu"}, "modelMillis": 1.5, "newer": {"field": 1}}""";

    private OneServer server;
    private Peer peer;

    @BeforeEach
    void start() throws IOException {
        server = new OneServer();
        peer = peer(server.url());
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
        server.close();
    }

    @Test
    void readsAnAnswerThatTellsMoreThanItKnows() {
        server.answers(200, ANSWER);

        assertThat(understand().intent()).isEqualTo("greeting");
    }

    @Test
    void whatIsAskedForMayHoldAnyLetter() {
        server.answers(200, "{\"id\": \"r-1\", \"items\": []}");

        peer.get(peer.at("v1", "of", "a/b c").addParameter("query", "保温杯 & 盖子"), "Bearer t", Recommendations.class);

        assertThat(server.lastHead())
                .startsWith("GET /v1/of/a%2Fb%20c?query=%E4%BF%9D%E6%B8%A9%E6%9D%AF%20%26%20%E7%9B%96%E5%AD%90 ")
                .contains("Authorization: Bearer t\r\n");
    }

    @Test
    void keepsItsConnectionFromOneTurnToTheNext() {
        server.answers(200, ANSWER);
        understand();
        understand();

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void asksAgainWhereTheConnectionWasClosedMeanwhile() {
        server.answers(200, ANSWER);
        server.closesAfterEach();
        understand();

        assertThat(understand().intent()).isEqualTo("greeting");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void carriesTheTraceOn() {
        server.answers(200, ANSWER);
        var turn = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        try (var _ = Span.wrap(turn).makeCurrent()) {
            understand();
        }

        assertThat(server.lastHead()).containsIgnoringCase("traceparent: 00-0af7651916cd43dd8448eb211c80319c-");
    }

    @Test
    void aRefusalIsNoAnswerAndNotAskedAgain() {
        server.answers(503, "{}");

        assertThatThrownBy(() -> understand()).hasMessageContaining("503");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void anObjectionToOneRequestIsNoFailure() {
        server.answers(400, "{}");

        assertThatThrownBy(() -> understand()).isInstanceOf(Refused.class).hasMessageContaining("400");
    }

    @Test
    void whatIsNoUnderstandingIsNoAnswer() {
        server.answers(200, "<html>");

        assertThatThrownBy(() -> understand())
                .hasMessageContaining("POST " + server.url())
                .hasCauseInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aTurnDoesNotWaitLongerThanItMay() {
        server.saysNothing();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> understand()).hasRootCauseMessage("Read timed out");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void nobodyThereIsSaidAtOnce() throws IOException {
        server.close();

        assertThatThrownBy(() -> understand()).hasStackTraceContaining("Connection refused");
    }

    private Understanding understand() {
        return peer.post(URI.create(server.url() + "/v1/understand"), REQUEST, Understanding.class);
    }

    private static Peer peer(String url) {
        var config = new PeerConfig() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofMillis(300);
            }

            @Override
            public Duration readTimeout() {
                return Duration.ofMillis(400);
            }
        };
        var telemetry = OpenTelemetry.propagating(ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
        return new Peer(config, new ObjectMapper(), telemetry);
    }
}
