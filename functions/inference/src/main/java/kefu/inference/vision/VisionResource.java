package kefu.inference.vision;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import kefu.chassis.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code POST /v1/see}: what an image shows. No engine for it comes with Kefu; without one the answer says so. */
@Path("/v1/see")
@PermitAll
class VisionResource {
    @POST
    @Operation(summary = "What an image shows; 501 while no engine is configured")
    public void see() {
        throw Problem.notConfigured("No engine for image understanding is configured here.")
                .asException();
    }
}
