package kefu.routing.conversation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import kefu.chassis.problem.Problem;
import kefu.model.shop.LocalText;
import kefu.model.turn.HandoffNotice;
import kefu.routing.handoff.Handoff;
import kefu.routing.handoff.HandoffSummary;
import kefu.routing.handoff.Handoffs;
import kefu.routing.pack.Packs;
import kefu.routing.privacy.ConversationVault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The customer asks for a person, or no longer does, by a button rather than in words. */
@Path("/v1/conversations/{id}/handoff")
class AskForPersonResource {
    private static final String ASKED = "customer asked";

    private final ConversationAccess access;
    private final Conversations conversations;
    private final Packs packs;
    private final Handoffs handoffs;
    private final ConversationVault vault;

    AskForPersonResource(
            ConversationAccess access,
            Conversations conversations,
            Packs packs,
            Handoffs handoffs,
            ConversationVault vault) {
        this.access = access;
        this.conversations = conversations;
        this.packs = packs;
        this.handoffs = handoffs;
        this.vault = vault;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Ask for a person; asking again gives the hand-off that is open")
    public HandoffNotice ask(@RestPath String id, @RestHeader("Idempotency-Key") String key, @Valid Wish wish) {
        return ask(access.require(id), key, wish == null ? "" : wish.reason());
    }

    /** The same for a client that sends no body, and so no media type. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(hidden = true)
    public HandoffNotice askPlainly(@RestPath String id, @RestHeader("Idempotency-Key") String key, String body) {
        var conversation = access.require(id);
        if (body != null && !body.isBlank())
            throw Problem.of(415, "media-type", "Media type not supported", "Send application/json.")
                    .asException();
        return ask(conversation, key, "");
    }

    @DELETE
    @ResponseStatus(204)
    @Transactional
    @Operation(summary = "Nobody is needed any more; 409 when an agent has taken the conversation")
    public void callOff(@RestPath String id) {
        handoffs.callOff(access.require(id).id());
    }

    private HandoffNotice ask(Conversation conversation, String key, String wish) {
        var reason = wish == null || wish.isBlank() ? ASKED : wish;
        return vault.once(
                key,
                Handoffs.askingScope(conversation.id()),
                conversation.id(),
                reason,
                HandoffNotice.class,
                () -> request(conversation, reason).notice());
    }

    private Handoff request(Conversation conversation, String reason) {
        var turns = conversations.lastTurns(conversation.id(), HandoffSummary.TURNS).stream()
                .map(turn -> new HandoffSummary.Exchange(turn.request(), turn.answer()))
                .toList();
        // A person can be had even where the conversation's pack is gone.
        var pack = packs.find(conversation.pack());
        var summary = HandoffSummary.of(
                turns,
                conversation.language(),
                conversation.customerId(),
                intent -> pack.map(known -> known.title(intent)).orElseGet(() -> LocalText.of(intent)));
        return handoffs.request(
                conversation.id(),
                conversation.customerId().orElse(null),
                reason,
                summary.language(),
                null,
                summary.text());
    }

    record Wish(@Size(max = 500) String reason) {}
}
