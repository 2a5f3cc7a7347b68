package kefu.profiling.erasure;

import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.chassis.problem.Problem;
import kefu.profiling.PersonalData;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What a customer may ask of whoever holds their data: a copy, and to be forgotten. */
@Path("/v1/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.CUSTOMER, Role.ADMIN})
class ErasureResource {
    private final List<PersonalData> holdings;
    private final RequestErasure requestErasure;
    private final Erasures erasures;
    private final Caller caller;
    private final Clock clock;

    ErasureResource(
            @All List<PersonalData> holdings,
            RequestErasure requestErasure,
            Erasures erasures,
            Caller caller,
            Clock clock) {
        this.holdings = holdings;
        this.requestErasure = requestErasure;
        this.erasures = erasures;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("export")
    @Transactional
    @Operation(operationId = "exportCustomer", summary = "All that this function holds of a customer, readable")
    public Export export(@PathParam("id") String customerId) {
        caller.mustBe(customerId);
        var held = new LinkedHashMap<String, Object>();
        holdings.stream()
                .sorted(java.util.Comparator.comparing(PersonalData::name))
                .forEach(holding -> held.put(holding.name(), holding.export(customerId)));
        return new Export(customerId, clock.instant(), held);
    }

    @DELETE
    @Operation(
            operationId = "eraseCustomer",
            summary = "Forget a customer",
            description = "Every function forgets and confirms; GET …/erasure tells how far it is.")
    @APIResponse(
            responseCode = "202",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = Erasure.class)))
    public RestResponse<Erasure> erase(@PathParam("id") String customerId) {
        caller.mustBe(customerId);
        return RestResponse.status(RestResponse.Status.ACCEPTED, requestErasure.request(customerId));
    }

    @GET
    @Path("erasure")
    @Transactional
    @Operation(operationId = "erasure", summary = "How far the erasure of a customer is")
    public Erasure erasure(@PathParam("id") String customerId) {
        caller.mustBe(customerId);
        return erasures.of(customerId)
                .orElseThrow(() -> Problem.notFound("Nobody asked for this customer's erasure.")
                        .asException());
    }
}
