package kefu.routing.understanding;

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
import java.time.Duration;
import java.util.List;
import kefu.model.understanding.UnderstandRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can go wrong on the wire; that inference understands what is asked, the black-box tests show. */
class InferenceClientTest {
    private static final UnderstandRequest REQUEST = new UnderstandRequest("hello", null, List.of());
    private static final String ANSWER = """
            {"language": "en", "intent": "greeting", "confidence": 0.9, "alternatives": [], "entities": [],
            "servedBy": {"model": "m", "version": "1", "device": "cpu"}, "modelMillis": 1.5, "newer": {"field": 1}}""";

    private OneServer server;
    private InferenceClient client;

    @BeforeEach
    void start() throws IOException {
        server = new OneServer();
        client = client(server.url());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void readsAnAnswerThatTellsMoreThanItKnows() {
        server.answers(200, ANSWER);

        assertThat(client.understand(REQUEST).intent()).isEqualTo("greeting");
    }

    @Test
    void keepsItsConnectionFromOneTurnToTheNext() {
        server.answers(200, ANSWER);
        client.understand(REQUEST);
        client.understand(REQUEST);

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void asksAgainWhereTheConnectionWasClosedMeanwhile() {
        server.answers(200, ANSWER);
        server.closesAfterEach();
        client.understand(REQUEST);

        assertThat(client.understand(REQUEST).intent()).isEqualTo("greeting");
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
            client.understand(REQUEST);
        }

        assertThat(server.lastHead()).containsIgnoringCase("traceparent: 00-0af7651916cd43dd8448eb211c80319c-");
    }

    @Test
    void aRefusalIsNoAnswerAndNotAskedAgain() {
        server.answers(503, "{}");

        assertThatThrownBy(() -> client.understand(REQUEST)).hasMessageContaining("503");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void anObjectionToOneRequestIsNoFailure() {
        server.answers(400, "{}");

        assertThatThrownBy(() -> client.understand(REQUEST))
                .isInstanceOf(InferenceClient.Refused.class)
                .hasMessageContaining("400");
    }

    @Test
    void whatIsNoUnderstandingIsNoAnswer() {
        server.answers(200, "<html>");

        assertThatThrownBy(() -> client.understand(REQUEST))
                .hasMessageContaining("/v1/understand")
                .hasCauseInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aTurnDoesNotWaitLongerThanItMay() {
        server.saysNothing();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> client.understand(REQUEST)).hasRootCauseMessage("Read timed out");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void nobodyThereIsSaidAtOnce() throws IOException {
        server.close();

        assertThatThrownBy(() -> client.understand(REQUEST)).hasStackTraceContaining("Connection refused");
    }

    private static InferenceClient client(String url) {
        var config = new InferenceConfig() {
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
        return new InferenceClient(config, new ObjectMapper(), telemetry);
    }
}
