package kefu.inference.models;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import kefu.inference.heads.Model;

/** {@code GET /v1/models}: what serves at the moment. */
@Path("/v1/models")
@PermitAll
@RunOnVirtualThread
class ModelsResource {
    private final Models models;

    ModelsResource(Models models) {
        this.models = models;
    }

    /** The list of models. */
    record ModelList(List<ModelView> items) {}

    /**
     * A model.
     *
     * @param checksum SHA-256 of its content
     * @param labels by question
     * @param encoder empty where n-grams serve alone
     * @param metrics as measured on texts it had not seen
     */
    record ModelView(
            String name,
            String version,
            String checksum,
            List<String> languages,
            String device,
            String encoder,
            String engine,
            int trainedOn,
            Map<String, List<String>> labels,
            Map<String, Double> metrics) {}

    @GET
    public ModelList all() {
        return new ModelList(
                models.all().values().stream().map(ModelsResource::view).toList());
    }

    private static ModelView view(Serving serving) {
        Model model = serving.model();
        var labels = new java.util.TreeMap<String, List<String>>();
        model.classifiers()
                .forEach((question, c) -> labels.put(question, c.head().labels()));
        return new ModelView(
                serving.servedBy().model(),
                serving.servedBy().version(),
                serving.checksum(),
                List.of(model.about().language()),
                serving.servedBy().device(),
                serving.encoder().map(e -> e.name()).orElse(""),
                serving.encoder().map(e -> e.engine()).orElse(""),
                model.about().trainedOn(),
                labels,
                model.about().metrics());
    }
}
