package kefu.inference.openinference;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.chassis.problem.ProblemException;
import kefu.inference.heads.Model;
import kefu.inference.models.Models;
import kefu.inference.models.Serving;
import kefu.inference.openinference.InferResponse.Failure;
import kefu.inference.openinference.InferResponse.Metadata;
import kefu.inference.openinference.InferResponse.TensorMetadata;

/** {@code /v2}: the Open Inference Protocol. Errors are {@code {"error": ".."}}, as it says. */
@Path("/v2")
@PermitAll
@Blocking // on pooled threads, as UnderstandResource
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
class OpenInferenceResource {
    private static final String VERSION = "0.1.0";

    private final Models models;
    private final Infer infer;

    OpenInferenceResource(Models models, Infer infer) {
        this.models = models;
        this.infer = infer;
    }

    @GET
    public Map<String, Object> server() {
        return Map.of("name", "kefu-inference", "version", VERSION, "extensions", List.of());
    }

    @GET
    @Path("health/live")
    public Map<String, Boolean> live() {
        return Map.of("live", true);
    }

    @GET
    @Path("health/ready")
    public Response ready() {
        boolean ready = models.missing().isEmpty();
        return Response.status(ready ? 200 : 503).entity(Map.of("ready", ready)).build();
    }

    @GET
    @Path("models/{name}")
    public Response metadata(@PathParam("name") String name) {
        return metadata(name, "");
    }

    @GET
    @Path("models/{name}/versions/{version}")
    public Response metadata(@PathParam("name") String name, @PathParam("version") String version) {
        return with(name, version, serving -> Response.ok(metadata(serving)).build());
    }

    @GET
    @Path("models/{name}/ready")
    public Response modelReady(@PathParam("name") String name) {
        return modelReady(name, "");
    }

    @GET
    @Path("models/{name}/versions/{version}/ready")
    public Response modelReady(@PathParam("name") String name, @PathParam("version") String version) {
        return with(
                name,
                version,
                serving -> Response.ok(Map.of("name", serving.name(), "ready", true))
                        .build());
    }

    @POST
    @Path("models/{name}/infer")
    public Response infer(@PathParam("name") String name, byte[] body) {
        return infer(name, "", body);
    }

    @POST
    @Path("models/{name}/versions/{version}/infer")
    public Response infer(@PathParam("name") String name, @PathParam("version") String version, byte[] body) {
        return with(
                name,
                version,
                serving ->
                        Response.ok(infer.infer(serving, InferRequest.of(body))).build());
    }

    private interface Answer {
        Response of(Serving serving);
    }

    private Response with(String name, String version, Answer answer) {
        Optional<String> asked = Optional.of(version).filter(v -> !v.isEmpty());
        Optional<Serving> serving = models.named(name, asked);
        if (serving.isEmpty()) {
            String loading = models.missing().isEmpty() ? "" : ", or it is loading";
            return failure(
                    404, "model " + name + asked.map(v -> " version " + v).orElse("") + " is not loaded" + loading);
        }
        try {
            return answer.of(serving.get());
        } catch (IllegalArgumentException e) {
            return failure(400, e.getMessage());
        } catch (ProblemException e) {
            Response failed = failure(e.problem().status(), e.problem().detail());
            e.headers().forEach((header, value) -> failed.getHeaders().putSingle(header, value));
            return failed;
        }
    }

    private static Response failure(int status, String error) {
        return Response.status(status).entity(new Failure(error)).build();
    }

    private static Metadata metadata(Serving serving) {
        int labels =
                serving.model().classifiers().get(Model.INTENT).head().labels().size();
        int width = serving.encoder().map(e -> e.width()).orElse(0);
        return new Metadata(
                serving.name(),
                List.of(serving.servedBy().version()),
                "kefu_linear_heads",
                List.of(new TensorMetadata("text", "BYTES", List.of(-1))),
                List.of(
                        new TensorMetadata("intent", "BYTES", List.of(-1)),
                        new TensorMetadata("confidence", "FP64", List.of(-1)),
                        new TensorMetadata("probabilities", "FP64", List.of(-1, labels)),
                        new TensorMetadata("embedding", "FP32", List.of(-1, width))));
    }
}
