package kefu.inference.models;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kefu.chassis.caller.Role;
import kefu.chassis.problem.Problem;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /v1/models}: what serves, what could, and swapping the one for the other. */
@Path("/v1/models")
@PermitAll
class ModelsResource {
    private final Models models;
    private final InferenceConfig config;

    ModelsResource(Models models, InferenceConfig config) {
        this.models = models;
        this.config = config;
    }

    /**
     * The models.
     *
     * @param items those that are loaded, the one that serves a language first
     * @param available what can be activated, and files that cannot, with the reason
     * @param generation the language model that rewords, or that there is none
     */
    record ModelList(List<ModelView> items, List<ModelFolder.Found> available, String generation) {}

    /**
     * A model.
     *
     * @param checksum SHA-256 of its content
     * @param state {@code active}, {@code canary} or {@code loaded} (answers those who name it)
     * @param percent of its language's requests
     * @param encoder empty where n-grams serve alone
     * @param labels by question
     * @param metrics as measured on texts it had not seen
     */
    record ModelView(
            String name,
            String version,
            String checksum,
            String state,
            int percent,
            List<String> languages,
            String device,
            String encoder,
            String engine,
            int trainedOn,
            Map<String, List<String>> labels,
            Map<String, Double> metrics) {}

    /**
     * Which model is to serve.
     *
     * @param version of the model; or
     * @param path of its file within the models folder
     * @param percent of the requests, 100 by default; below that the model that serves stays, at 0 this one is loaded only
     */
    record Activation(String version, String path, Integer percent) {
        Activation {
            if ((version == null) == (path == null)) throw new IllegalArgumentException("give either version or path");
            if (percent != null && (percent < 0 || percent > 100))
                throw new IllegalArgumentException("percent must be 0 to 100, is " + percent);
        }
    }

    /** @param remembered whether a restart will find the model active again */
    record Activated(String name, String version, String checksum, int percent, boolean remembered) {}

    @GET
    @Operation(summary = "The models that serve, and those that could")
    public ModelList all() {
        List<ModelView> items = new ArrayList<>();
        models.shares().values().forEach(share -> share.all().forEach(s -> items.add(view(s, share))));
        String generation = config.generation()
                .url()
                .map(url -> config.generation().model() + " at " + url.getHost())
                .orElse("not configured: kefu.inference.generation.url is not set");
        return new ModelList(items, models.folder().all(), generation);
    }

    @POST
    @Path("{name}/activate")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Lets another version serve, wholly or for a share of the requests; no request is dropped")
    public Activated activate(@PathParam("name") String name, Activation activation) {
        if (activation == null) throw Problem.badRequest("The body is missing.").asException();
        try {
            var loaded = activation.path() != null
                    ? models.folder().read(activation.path())
                    : models.folder().read(new ModelId(name, activation.version()));
            Model.About about = loaded.model().about();
            if (!Serving.name(about).equals(name))
                throw new ModelProblem(activation.path() + " holds " + Serving.name(about) + ", not " + name);
            int percent = activation.percent() == null ? 100 : activation.percent();
            boolean remembered = models.activate(loaded, percent);
            return new Activated(name, about.version(), loaded.checksum(), percent, remembered);
        } catch (ModelProblem e) {
            throw Problem.refused("model-refused", "Nothing has changed: " + e.getMessage() + ".")
                    .asException();
        }
    }

    private static ModelView view(Serving serving, Share share) {
        Model model = serving.model();
        var labels = new TreeMap<String, List<String>>();
        model.classifiers()
                .forEach((question, c) -> labels.put(question, c.head().labels()));
        boolean canary = share.canary().filter(c -> c == serving).isPresent();
        String state = serving == share.main() ? "active" : canary ? "canary" : "loaded";
        int percent = serving == share.main() ? 100 - share.percent() : canary ? share.percent() : 0;
        return new ModelView(
                serving.name(),
                serving.servedBy().version(),
                serving.checksum(),
                state,
                percent,
                List.of(serving.language()),
                serving.servedBy().device(),
                serving.encoder().map(e -> e.name()).orElse(""),
                serving.encoder().map(e -> e.engine()).orElse(""),
                model.about().trainedOn(),
                labels,
                model.about().metrics());
    }
}
