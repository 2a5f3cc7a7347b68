package kefu.profiling.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.model.profile.Consents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Where customers say what they allow. */
@Path("/v1/customers/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
class ConsentResource {
    private final ConsentBook book;
    private final Caller caller;

    ConsentResource(ConsentBook book, Caller caller) {
        this.book = book;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.AGENT, Role.ADMIN})
    @Operation(operationId = "consents", summary = "What a customer allows; the ETag is its version")
    public RestResponse<Consents> get(@PathParam("id") String customerId) {
        caller.mustBe(customerId);
        return answer(book.noted(customerId));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CUSTOMER, Role.AGENT, Role.ADMIN})
    @Operation(
            operationId = "changeConsents",
            summary = "Change what a customer allows",
            description = "With If-Match only while nobody else has changed it (412). Without personalisation, what was"
                    + " learnt of the customer is deleted and nothing more is learnt.")
    public RestResponse<Consents> put(
            @PathParam("id") String customerId, @HeaderParam("If-Match") String ifMatch, @NotNull Choice choice) {
        caller.mustBe(customerId);
        return answer(book.change(customerId, choice.consents(), new IfMatch(ifMatch)));
    }

    private static RestResponse<Consents> answer(ConsentBook.Noted noted) {
        return RestResponse.ResponseBuilder.ok(noted.consents())
                .header(HttpHeaders.ETAG, IfMatch.eTag(noted.version()))
                .build();
    }
}
