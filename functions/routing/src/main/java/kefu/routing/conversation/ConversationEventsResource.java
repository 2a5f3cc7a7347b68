package kefu.routing.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import kefu.model.Page;
import kefu.routing.stream.ConversationEvents;
import kefu.routing.stream.EventLog;
import kefu.routing.stream.LiveStream;
import kefu.routing.stream.Position;
import kefu.routing.stream.StreamEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What happens in a conversation, as it happens. */
@Path("/v1/conversations/{id}/events")
class ConversationEventsResource {
    private final ConversationAccess access;
    private final EventLog log;
    private final LiveStream live;

    ConversationEventsResource(ConversationAccess access, EventLog log, LiveStream live) {
        this.access = access;
        this.log = log;
        this.live = live;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(summary = "The conversation's events, from its first or from behind Last-Event-ID")
    @Blocking
    public Multi<OutboundSseEvent> stream(
            @RestPath String id,
            @RestHeader("Last-Event-ID") String lastEventId,
            @RestQuery String after,
            @Context Sse sse) {
        long from = Position.of(lastEventId, after).orElse(0);
        return live.after(reachable(id), from, sse);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same for clients without server-sent events: ask again behind the last seq")
    public Page<StreamEvent> page(
            @RestPath String id, @RestQuery String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var events = log.after(reachable(id), Position.of(null, after).orElse(0), limit + 1);
        if (events.size() <= limit) return new Page<>(events, null);
        var page = events.subList(0, limit);
        return new Page<>(page, Long.toString(page.getLast().seq()));
    }

    /** In a transaction of its own, so that a stream that stays open for hours holds no connection. */
    private String reachable(String id) {
        return ConversationEvents.stream(
                QuarkusTransaction.requiringNew().call(() -> access.require(id).id()));
    }
}
