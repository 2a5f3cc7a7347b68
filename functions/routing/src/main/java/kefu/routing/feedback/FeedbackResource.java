package kefu.routing.feedback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import kefu.chassis.caller.Caller;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.problem.Problem;
import kefu.routing.conversation.ConversationAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The customer rates. */
@Path("/v1/conversations/{id}/feedback")
class FeedbackResource {
    private final ConversationAccess access;
    private final Caller caller;
    private final Feedback feedback;
    private final Idempotency idempotency;

    FeedbackResource(ConversationAccess access, Caller caller, Feedback feedback, Idempotency idempotency) {
        this.access = access;
        this.caller = caller;
        this.feedback = feedback;
        this.idempotency = idempotency;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Rate a turn, or the conversation; a second rating of the same replaces the first")
    public Feedback.Rating rate(
            @RestPath String id, @RestHeader("Idempotency-Key") String key, @NotNull @Valid Given given) {
        var conversation = access.require(id);
        if (caller.isStaff())
            throw Problem.forbidden("Only the customer rates a conversation.").asException();
        return idempotency.once(
                key,
                Feedback.idempotencyScope(id),
                given,
                Feedback.Rating.class,
                () -> feedback.give(id, conversation.customerId(), given.rating(), given.comment(), given.turn()));
    }

    record Given(
            @NotNull @Min(1) @Max(5) Integer rating,
            @Size(max = 2000) String comment,
            @Min(1) Integer turn) {}
}
