package kefu.chassis.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kefu.chassis.problem.Problem;
import kefu.chassis.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Refuses a caller who asks too much, and tells each how much is left (IETF draft-ietf-httpapi-ratelimit-headers). */
@ApplicationScoped
class RateLimit {
    private static final int MOST_CALLERS = 50_000;
    private static final String LEFT = "kefu.limit.left";

    private final LimitConfig config;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(LimitConfig config) {
        this.config = config;
    }

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request, HttpServerRequest http) {
        if (!request.getUriInfo().getPath().startsWith("/v")) return;
        long now = System.nanoTime();
        forgetIdle(now);
        var bucket = buckets.computeIfAbsent(
                caller(request, http), _ -> new Bucket(config.requestsPerSecond(), config.burst(), now));
        synchronized (bucket) {
            if (!bucket.take(now)) {
                var after = String.valueOf(bucket.retryAfterSeconds());
                throw new ProblemException(
                        Problem.tooMany("At most %s requests a second. Try again in %s s."
                                .formatted(config.requestsPerSecond(), after)),
                        Map.of("Retry-After", after, "RateLimit", limit(0, after), "RateLimit-Policy", policy()));
            }
            request.setProperty(LEFT, bucket.left());
        }
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(LEFT) instanceof Integer left) {
            response.getHeaders().putSingle("RateLimit", limit(left, "1"));
            response.getHeaders().putSingle("RateLimit-Policy", policy());
        }
    }

    /** The token where there is one, else the address: many customers may share an address. */
    private static String caller(ContainerRequestContext request, HttpServerRequest http) {
        var token = request.getHeaderString("Authorization");
        return token != null ? token : http.remoteAddress().hostAddress();
    }

    private void forgetIdle(long now) {
        if (buckets.size() < MOST_CALLERS) return;
        buckets.values().removeIf(bucket -> {
            synchronized (bucket) {
                return bucket.idle(now);
            }
        });
    }

    private static String limit(int left, String resetSeconds) {
        return "\"caller\";r=" + left + ";t=" + resetSeconds;
    }

    private String policy() {
        return "\"caller\";q=" + config.burst() + ";w=" + (int) Math.ceil(config.burst() / config.requestsPerSecond());
    }
}
