package kefu.routing.understanding;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import kefu.model.understanding.EmbedRequest;
import kefu.model.understanding.Embeddings;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.Understanding;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * Inference over HTTP. Every turn waits for it, so it is asked on the turn's own thread: a client with an event loop takes
 * longer, for the way to its threads and back. Once it keeps failing it is left alone for two seconds.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {UnderstandRequest.class, Understanding.class, EmbedRequest.class, Embeddings.class},
        registerFullHierarchy = true)
public class InferenceClient {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private final CloseableHttpClient http;
    private final URI understand;
    private final URI embed;
    private final ObjectMapper json;
    private final TextMapPropagator trace;

    InferenceClient(InferenceConfig config, ObjectMapper json, OpenTelemetry telemetry) {
        this.http = Connections.open(config);
        var base = config.url().replaceAll("/+$", "") + "/v1/";
        this.understand = URI.create(base + "understand");
        this.embed = URI.create(base + "embed");
        // A newer inference may tell more: fields are only ever added.
        this.json = json.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        this.trace = telemetry.getPropagators().getTextMapPropagator();
    }

    /** @throws RuntimeException when it is away, too slow or refuses */
    @WithSpan(value = "POST /v1/understand", kind = SpanKind.CLIENT)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000, skipOn = InferenceClient.Refused.class)
    public Understanding understand(UnderstandRequest request) {
        return ask(understand, request, Understanding.class);
    }

    /** @throws RuntimeException when it is away, too slow or refuses */
    @WithSpan(value = "POST /v1/embed", kind = SpanKind.CLIENT)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000, skipOn = InferenceClient.Refused.class)
    public Embeddings embed(EmbedRequest request) {
        return ask(embed, request, Embeddings.class);
    }

    private <T> T ask(URI where, Object request, Class<T> type) {
        // A client that OpenTelemetry knows would have said so itself.
        Span.current()
                .setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, HttpPost.METHOD_NAME)
                .setAttribute(ServerAttributes.SERVER_ADDRESS, where.getHost());
        try {
            var post = new HttpPost(where);
            post.setEntity(new ByteArrayEntity(json.writeValueAsBytes(request), ContentType.APPLICATION_JSON));
            trace.inject(Context.current(), post, HttpMessage::setHeader);
            return http.execute(post, response -> read(response, type));
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + where + ": " + e.getMessage(), e);
        }
    }

    private <T> T read(ClassicHttpResponse response, Class<T> type) throws IOException {
        Span.current().setAttribute(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, response.getCode());
        if (response.getCode() != OK) {
            EntityUtils.consume(response.getEntity());
            if (response.getCode() / 100 == 4 && response.getCode() != TOO_MANY)
                throw new Refused("inference refuses what is asked: status " + response.getCode());
            throw new IOException("status " + response.getCode());
        }
        return json.readValue(EntityUtils.toByteArray(response.getEntity()), type);
    }

    /** Inference is well, and objects to this one request: no reason to leave it alone. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}
