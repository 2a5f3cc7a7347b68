package kefu.profiling.interaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.chassis.idempotency.Idempotency;
import kefu.model.shop.Interaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Where storefronts tell what customers do. */
@Path("/v1/interactions")
@Produces(MediaType.APPLICATION_JSON)
class InteractionResource {
    private final SubmissionReader reader;
    private final RecordInteractions interactions;
    private final Idempotency idempotency;
    private final Caller caller;

    InteractionResource(
            SubmissionReader reader, RecordInteractions interactions, Idempotency idempotency, Caller caller) {
        this.reader = reader;
        this.interactions = interactions;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json", "application/cloudevents-batch+json"})
    @RolesAllowed({Role.CUSTOMER, Role.AGENT, Role.ADMIN})
    @Operation(
            operationId = "recordInteractions",
            summary = "Tell what customers did",
            description =
                    "A CloudEvent in structured, binary or batch mode, or plain JSON: one interaction or an array."
                            + " All are taken or none; errors name the index. A CloudEvent told twice counts once.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(oneOf = {Interaction.class, Interaction[].class})),
                @Content(
                        mediaType = "application/cloudevents+json",
                        schema = @Schema(type = SchemaType.OBJECT, description = "a CloudEvent around an Interaction")),
                @Content(
                        mediaType = "application/cloudevents-batch+json",
                        schema = @Schema(type = SchemaType.ARRAY, description = "CloudEvents around Interactions"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    public RestResponse<Accepted> record(
            byte[] body, @Context HttpHeaders headers, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        var submissions = reader.read(body, headers, caller.customerId().filter(_ -> !caller.isStaff()));
        submissions.stream()
                .map(submission -> submission.interaction().customerId())
                .distinct()
                .forEach(caller::mustBe);
        var accepted = idempotency.once(
                idempotencyKey,
                RecordInteractions.scope(caller.name()),
                fingerprint(body, headers),
                Accepted.class,
                () -> interactions.record(submissions));
        return RestResponse.status(RestResponse.Status.ACCEPTED, accepted);
    }

    /** The request as sent: what was completed from the clock differs from try to try. */
    private static List<Object> fingerprint(byte[] body, HttpHeaders headers) {
        return List.of(body, String.valueOf(headers.getMediaType()), String.valueOf(headers.getHeaderString("ce-id")));
    }
}
