package kefu.inference.openinference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kefu.chassis.problem.Problem;
import kefu.inference.heads.Classification;
import kefu.inference.heads.History;
import kefu.inference.heads.Model;
import kefu.inference.models.InferenceConfig;
import kefu.inference.models.Leaving;
import kefu.inference.models.Models;
import kefu.inference.models.Serving;
import kefu.inference.openinference.InferResponse.Tensor;
import kefu.inference.text.Normalise;

/** Answers with tensors. The model is the one asked for, whatever language a text is in. */
@ApplicationScoped
class Infer {
    private final Models models;
    private final InferenceConfig config;

    Infer(Models models, InferenceConfig config) {
        this.models = models;
        this.config = config;
    }

    /** @throws kefu.chassis.problem.ProblemException 413 for too many texts, 429 when too many wait */
    InferResponse infer(Serving serving, InferRequest request) {
        if (request.texts().size() > config.mostTexts())
            throw Problem.tooLarge("at most " + config.mostTexts() + " texts in one request")
                    .asException();
        List<String> texts = request.texts().stream().map(Normalise::text).toList();
        List<float[]> vectors = models.encode(serving, texts, Leaving.NEVER);
        List<Classification> intents = new ArrayList<>();
        Model model = serving.model();
        for (int i = 0; i < vectors.size(); i++)
            intents.add(model.intent(texts.get(i), model.space().features(texts.get(i), vectors.get(i)), History.NONE));
        List<Tensor> outputs = new ArrayList<>();
        for (String name : InferRequest.OUTPUTS)
            if (request.outputs().contains(name)) add(name, serving, intents, vectors, outputs);
        return new InferResponse(serving.name(), model.about().version(), request.id(), outputs);
    }

    private static void add(
            String name, Serving serving, List<Classification> intents, List<float[]> vectors, List<Tensor> to) {
        int rows = intents.size();
        List<String> labels =
                serving.model().classifiers().get(Model.INTENT).head().labels();
        switch (name) {
            case "intent" ->
                to.add(new Tensor(
                        name,
                        List.of(rows),
                        "BYTES",
                        intents.stream().map(c -> c.best().label()).toList(),
                        Map.of()));
            case "confidence" ->
                to.add(new Tensor(
                        name,
                        List.of(rows),
                        "FP64",
                        intents.stream()
                                .mapToDouble(c -> c.best().probability())
                                .toArray(),
                        Map.of()));
            case "probabilities" ->
                to.add(new Tensor(
                        name,
                        List.of(rows, labels.size()),
                        "FP64",
                        intents.stream()
                                .flatMapToDouble(c -> java.util.Arrays.stream(c.probabilities(labels)))
                                .toArray(),
                        Map.of("labels", labels)));
            default -> {
                int width = vectors.getFirst().length;
                if (width > 0) to.add(new Tensor(name, List.of(rows, width), "FP32", flat(vectors, width), Map.of()));
            }
        }
    }

    private static float[] flat(List<float[]> vectors, int width) {
        float[] flat = new float[vectors.size() * width];
        for (int i = 0; i < vectors.size(); i++) System.arraycopy(vectors.get(i), 0, flat, i * width, width);
        return flat;
    }
}
