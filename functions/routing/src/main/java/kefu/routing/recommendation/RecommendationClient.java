package kefu.routing.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import kefu.model.recommendation.Recommendations;
import kefu.routing.peer.Peer;
import kefu.routing.peer.Refused;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** Recommendation over HTTP. Once it keeps failing it is left alone for two seconds. */
@ApplicationScoped
@RegisterForReflection(targets = Recommendations.class, registerFullHierarchy = true)
class RecommendationClient {
    private final Peer recommendation;

    RecommendationClient(RecommendationConfig config, ObjectMapper json, OpenTelemetry telemetry) {
        this.recommendation = new Peer(config, json, telemetry);
    }

    /**
     * @param customerId, productId, query each null where there is none
     * @throws RuntimeException when it is away, too slow or refuses
     */
    @WithSpan(value = "GET /v1/recommendations", kind = SpanKind.CLIENT)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000, skipOn = Refused.class)
    Recommendations recommend(String customerId, String productId, String conversationId, String query, int limit) {
        var where = recommendation.at("v1", "recommendations").addParameter("conversationId", conversationId);
        if (customerId != null) where.addParameter("customerId", customerId);
        if (productId != null) where.addParameter("productId", productId);
        if (query != null) where.addParameter("query", query);
        return recommendation.get(where.addParameter("limit", Integer.toString(limit)), null, Recommendations.class);
    }

    /** @throws RuntimeException when it is away, too slow or refuses */
    @WithSpan(value = "GET /v1/products", kind = SpanKind.CLIENT)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000, skipOn = Refused.class)
    JsonNode products(int limit) {
        return recommendation.get(
                recommendation.at("v1", "products").addParameter("limit", Integer.toString(limit)),
                null,
                JsonNode.class);
    }

    @PreDestroy
    void close() throws IOException {
        recommendation.close();
    }
}
