package kefu.routing.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import kefu.model.profile.Profile;
import kefu.routing.peer.Peer;
import kefu.routing.peer.Refused;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** Profiling over HTTP. Once it keeps failing it is left alone for two seconds. */
@ApplicationScoped
@RegisterForReflection(targets = Profile.class, registerFullHierarchy = true)
class ProfilingClient {
    private final Peer profiling;
    private final ServiceToken token;

    ProfilingClient(ProfilingConfig config, ServiceToken token, ObjectMapper json, OpenTelemetry telemetry) {
        this.profiling = new Peer(config, json, telemetry);
        this.token = token;
    }

    /** @throws RuntimeException when it is away, too slow or refuses */
    @WithSpan(value = "GET /v1/customers/{id}/profile", kind = SpanKind.CLIENT)
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000, skipOn = Refused.class)
    Profile profile(String customerId) {
        return profiling.get(profiling.at("v1", "customers", customerId, "profile"), token.bearer(), Profile.class);
    }

    @PreDestroy
    void close() throws IOException {
        profiling.close();
    }
}
