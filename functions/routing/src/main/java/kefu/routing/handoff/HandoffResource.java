package kefu.routing.handoff;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.function.Supplier;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.model.Page;
import kefu.routing.privacy.ConversationVault;
import kefu.routing.stream.LiveStream;
import kefu.routing.stream.Position;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The agents' desk. */
@Path("/v1/handoffs")
@RolesAllowed({Role.AGENT, Role.ADMIN})
class HandoffResource {
    private final Handoffs handoffs;
    private final AgentDesk desk;
    private final LiveStream live;
    private final ConversationVault vault;
    private final Caller caller;

    HandoffResource(Handoffs handoffs, AgentDesk desk, LiveStream live, ConversationVault vault, Caller caller) {
        this.handoffs = handoffs;
        this.desk = desk;
        this.live = live;
        this.vault = vault;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Hand-offs, longest waiting first")
    public Page<Handoff> list(
            @RestQuery String status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery String after) {
        return handoffs.page(status == null ? null : HandoffStatus.of(status), limit, after);
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "Hand-offs as they change, from now or from behind Last-Event-ID",
            description = "Open the stream first and list the hand-offs then: nothing is missed between the two.")
    @Blocking
    public Multi<OutboundSseEvent> stream(
            @RestHeader("Last-Event-ID") String lastEventId, @RestQuery String after, @Context Sse sse) {
        long from = Position.of(lastEventId, after).orElseGet(() -> live.last(HandoffNews.DESK));
        return live.after(HandoffNews.DESK, from, sse);
    }

    @GET
    @Path("/{id}")
    public Handoff one(@RestPath String id) {
        return handoffs.require(id);
    }

    @POST
    @Path("/{id}/claim")
    @Operation(summary = "Take the conversation from the bot; 409 when another agent has it")
    public Handoff claim(@RestPath String id, @RestHeader("Idempotency-Key") String key) {
        return once(key, id, "claim", "", Handoff.class, () -> desk.claim(id, caller.name()));
    }

    @POST
    @Path("/{id}/messages")
    @ResponseStatus(201)
    @Operation(summary = "Answer the customer; only the agent who claimed it")
    public AgentDesk.Said say(
            @RestPath String id, @RestHeader("Idempotency-Key") String key, @NotNull @Valid Message message) {
        return once(
                key, id, "messages", message, AgentDesk.Said.class, () -> desk.say(id, caller.name(), message.text()));
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(summary = "Settled; the bot answers what comes after")
    public Handoff resolve(
            @RestPath String id, @RestHeader("Idempotency-Key") String key, @NotNull @Valid Resolution resolution) {
        return once(
                key,
                id,
                "resolve",
                resolution,
                Handoff.class,
                () -> desk.resolve(id, caller.name(), resolution.reason()));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Give the conversation back to the bot; an admin may do so for any agent")
    public Handoff giveBack(@RestPath String id, @RestHeader("Idempotency-Key") String key) {
        return once(
                key, id, "return", "", Handoff.class, () -> desk.giveBack(id, caller.name(), caller.has(Role.ADMIN)));
    }

    private <T> T once(String key, String id, String command, Object request, Class<T> type, Supplier<T> answer) {
        var own = key == null || key.isBlank() ? null : command + "/" + caller.name() + "/" + key;
        var conversation = handoffs.require(id).conversationId();
        return vault.once(own, Handoffs.idempotencyScope(id), conversation, request, type, answer);
    }

    record Message(@NotBlank @Size(max = 4000) String text) {}

    record Resolution(@NotBlank @Size(max = 1000) String reason) {}
}
