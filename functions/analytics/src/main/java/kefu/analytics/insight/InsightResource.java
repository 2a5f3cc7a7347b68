package kefu.analytics.insight;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kefu.chassis.caller.Role;
import kefu.model.Page;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What analysts read. */
@Path("/v1/insights")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ANALYST, Role.ADMIN})
class InsightResource {
    private final Insights insights;
    private final LiveStream live;
    private final JsonWebToken token;
    private final Clock clock;

    InsightResource(Insights insights, LiveStream live, JsonWebToken token, Clock clock) {
        this.insights = insights;
        this.live = live;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Path("summary")
    @Operation(summary = "How it goes: all numbers of a window (5m, 1h or 1d) that ends now")
    public Summary summary(@QueryParam("window") @DefaultValue("5m") String window) {
        return insights.summary(Window.of(window));
    }

    @GET
    @Path("series")
    @Operation(summary = "How a metric went along a window")
    public Series series(@QueryParam("metric") String metric, @QueryParam("window") @DefaultValue("1h") String window) {
        return insights.series(Metric.of(metric), Window.of(window));
    }

    @GET
    @Path("improvements")
    @Operation(summary = "What to improve next, the dearest first, with masked examples")
    public Page<Improvement> improvements(@QueryParam("window") @DefaultValue("1d") String window) {
        return new Page<>(insights.improvements(Window.of(window)), null);
    }

    @GET
    @Path("stream")
    @Operation(summary = "Summaries as they change, at most one a second; resumes from Last-Event-ID")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Multi<OutboundSseEvent> stream(
            @QueryParam("window") @DefaultValue("5m") String window,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        var expires = Instant.ofEpochSecond(token.getExpirationTime());
        return live.of(Window.of(window), lastEventId, Duration.between(clock.instant(), expires), sse);
    }
}
