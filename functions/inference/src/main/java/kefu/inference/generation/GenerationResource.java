package kefu.inference.generation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import kefu.chassis.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code POST /v1/generate}: free text. No engine for it comes with Kefu; without one the answer says so. */
@Path("/v1/generate")
@PermitAll
class GenerationResource {
    @POST
    @Operation(summary = "Free text; 501 while no engine is configured")
    public void generate() {
        throw Problem.notConfigured("No engine for a language model is configured here.")
                .asException();
    }
}
