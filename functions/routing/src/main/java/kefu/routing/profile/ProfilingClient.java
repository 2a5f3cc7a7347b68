package kefu.routing.profile;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import kefu.model.profile.Profile;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Profiling over HTTP. Once it keeps failing it is left alone for two seconds. */
@Path("/v1/customers")
@RegisterRestClient(configKey = "profiling")
interface ProfilingClient {
    @GET
    @Path("/{id}/profile")
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2000)
    Profile profile(@PathParam("id") String customerId, @HeaderParam("Authorization") String authorization);
}
