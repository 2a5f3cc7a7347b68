package kefu.inference.speech;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import kefu.chassis.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code POST /v1/transcribe}: audio to text. No engine for it comes with Kefu; without one the answer says so. */
@Path("/v1/transcribe")
@PermitAll
class SpeechResource {
    @POST
    @Operation(summary = "Audio to text; 501 while no engine is configured")
    public void transcribe() {
        throw Problem.notConfigured("No engine for speech recognition is configured here.")
                .asException();
    }
}
