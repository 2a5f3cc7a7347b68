package kefu.routing.conversation;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kefu.chassis.caller.Caller;
import kefu.chassis.problem.Problem;
import kefu.model.Page;
import kefu.model.turn.Owner;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnContext;
import kefu.model.turn.TurnRequest;
import kefu.routing.handoff.Ownership;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * Conversations over HTTP. A turn waits for the database and for inference a few times, and on a pooled thread each wait is
 * over one switch of threads earlier than on a virtual one.
 */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class ConversationResource {
    private final StartConversation start;
    private final AnswerTurn answer;
    private final TurnForm form;
    private final TurnLimits limits;
    private final ConversationAccess access;
    private final Conversations conversations;
    private final ConversationTokens tokens;
    private final Ownership ownership;
    private final Caller caller;

    ConversationResource(
            StartConversation start,
            AnswerTurn answer,
            TurnForm form,
            TurnLimits limits,
            ConversationAccess access,
            Conversations conversations,
            ConversationTokens tokens,
            Ownership ownership,
            Caller caller) {
        this.start = start;
        this.answer = answer;
        this.form = form;
        this.limits = limits;
        this.access = access;
        this.conversations = conversations;
        this.tokens = tokens;
        this.ownership = ownership;
        this.caller = caller;
    }

    /** @param token what an anonymous caller shows from now on, as a bearer token */
    public record Started(String id, String token) {}

    /** A conversation as its customer sees it. */
    public record View(
            String id,
            String channel,
            String language,
            String pack,
            Instant startedAt,
            int turns,
            boolean identified,
            TurnContext context,
            Owner owner) {}

    /** A turn as it was. */
    public record TurnView(int number, Instant at, TurnRequest request, TurnAnswer answer) {}

    /** What one turn cost. */
    public record Cost(int number, double millis, List<Ledger.Entry> entries) {}

    @POST
    public RestResponse<Started> start(@HeaderParam("Idempotency-Key") String key, StartConversation.Wish wish) {
        if (caller.isAnonymous()) StartConversation.checkAnonymous(key);
        var id = start.start(caller.name(), key, wish == null ? StartConversation.Wish.ANY : wish, caller.customerId());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, new Started(id, tokens.issue(id)))
                .location(URI.create("/v1/conversations/" + id))
                .build();
    }

    /** The same for a client that sends no body, and so no media type. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<Started> startPlainly(@HeaderParam("Idempotency-Key") String key, String body) {
        if (body != null && !body.isBlank())
            throw Problem.of(415, "media-type", "Media type not supported", "Send application/json.")
                    .asException();
        return start(key, null);
    }

    @GET
    @Operation(
            summary = "A customer's conversations, the newest first",
            description = "One's own, those held signed in; staff name the customer and get all of them.")
    public Page<Conversations.Summary> list(
            @QueryParam("customerId") String customerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") String after) {
        if (caller.isAnonymous()) throw Problem.unauthenticated().asException();
        var customer = Optional.ofNullable(customerId)
                .or(caller::customerId)
                .orElseThrow(() -> Problem.badRequest("customerId is missing.").asException());
        caller.mustBe(customer);
        var found = conversations.of(customer, !caller.isStaff(), after, limit + 1);
        return page(found, limit, Conversations.Summary::id);
    }

    /** @param found one more than a page holds, where there is another after it */
    private static <T> Page<T> page(List<T> found, int limit, Function<T, ?> position) {
        if (found.size() <= limit) return new Page<>(found, null);
        var items = found.subList(0, limit);
        return new Page<>(items, String.valueOf(position.apply(items.getLast())));
    }

    @GET
    @Path("/{id}")
    public View get(@RestPath String id) {
        var c = access.require(id);
        return new View(
                c.id,
                c.channel,
                c.language,
                c.pack,
                c.startedAt,
                c.turns,
                c.customerId != null,
                c.state.context().seen(c.state.dialogue().flow()),
                ownership.current(id));
    }

    @POST
    @Path("/{id}/turns")
    public TurnAnswer turn(@RestPath String id, @HeaderParam("Idempotency-Key") String key, TurnRequest request) {
        access.check(id);
        limits.check(request);
        return answer.answer(id, key, request);
    }

    /** The same as a form, for attachments that come as files. */
    @POST
    @Path("/{id}/turns")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TurnAnswer turn(
            @RestPath String id,
            @HeaderParam("Idempotency-Key") String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = TurnForm.Parts.class)))
                    MultipartFormDataInput parts) {
        access.check(id);
        return turn(id, key, form.read(parts));
    }

    @GET
    @Path("/{id}/turns")
    public Page<TurnView> turns(
            @RestPath String id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @DefaultValue("0") int after) {
        access.require(id);
        var found = conversations.turnsAfter(id, after, limit + 1).stream()
                .map(t -> new TurnView(t.number, t.at, t.request, t.answer))
                .toList();
        return page(found, limit, TurnView::number);
    }

    @GET
    @Path("/{id}/turns/{number}/explanation")
    public Explanation explanation(@RestPath String id, @RestPath int number) {
        access.require(id);
        return conversations.explanation(conversations.turn(id, number));
    }

    @GET
    @Path("/{id}/ledger")
    public List<Cost> ledger(@RestPath String id) {
        access.require(id);
        return conversations.ledgers(id).stream()
                .map(t -> new Cost(t.number(), t.ledger().millis(), t.ledger().entries()))
                .toList();
    }
}
