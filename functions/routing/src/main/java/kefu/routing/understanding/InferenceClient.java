package kefu.routing.understanding;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import kefu.model.understanding.EmbedRequest;
import kefu.model.understanding.Embeddings;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.Understanding;
import kefu.routing.peer.Peer;
import kefu.routing.peer.Refused;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** Inference over HTTP. Once it keeps failing it is left alone for two seconds. */
@ApplicationScoped
@RegisterForReflection(
        targets = {UnderstandRequest.class, Understanding.class, EmbedRequest.class, Embeddings.class},
        registerFullHierarchy = true)
public class InferenceClient {
    private final Peer inference;
    private final URI understand;
    private final URI embed;

    InferenceClient(InferenceConfig config, ObjectMapper json, OpenTelemetry telemetry) {
        this.inference = new Peer(config, json, telemetry);
        this.understand = URI.create(inference.at("v1", "understand").toString());
        this.embed = URI.create(inference.at("v1", "embed").toString());
    }

    /** @throws RuntimeException when it is away, too slow or refuses */
    @WithSpan(value = "POST /v1/understand", kind = SpanKind.CLIENT)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000, skipOn = Refused.class)
    public Understanding understand(UnderstandRequest request) {
        return inference.post(understand, request, Understanding.class);
    }

    /** @throws RuntimeException when it is away, too slow or refuses */
    @WithSpan(value = "POST /v1/embed", kind = SpanKind.CLIENT)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000, skipOn = Refused.class)
    public Embeddings embed(EmbedRequest request) {
        return inference.post(embed, request, Embeddings.class);
    }

    @PreDestroy
    void close() throws IOException {
        inference.close();
    }
}
