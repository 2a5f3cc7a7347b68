package kefu.profiling.folding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.model.profile.Profile;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The profile, as consented. */
@Path("/v1/customers/{id}/profile")
@Produces(MediaType.APPLICATION_JSON)
class ProfileResource {
    private final ServedProfiles profiles;
    private final Caller caller;

    ProfileResource(ServedProfiles profiles, Caller caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.AGENT, Role.ADMIN})
    @Operation(
            operationId = "profile",
            summary = "What is known of a customer, as consented",
            description = "Somebody of whom nothing is known has a profile that says so.")
    public Profile get(@PathParam("id") String customerId) {
        caller.mustBe(customerId);
        return profiles.of(customerId).orElseGet(() -> Profile.unknown(customerId));
    }
}
