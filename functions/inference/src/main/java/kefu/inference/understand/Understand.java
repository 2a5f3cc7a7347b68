package kefu.inference.understand;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kefu.chassis.problem.Problem;
import kefu.inference.entities.FindEntities;
import kefu.inference.heads.Classification;
import kefu.inference.heads.Features;
import kefu.inference.heads.History;
import kefu.inference.heads.Model;
import kefu.inference.models.Choice;
import kefu.inference.models.Leaving;
import kefu.inference.models.Models;
import kefu.inference.models.Serving;
import kefu.model.understanding.EmbedRequest;
import kefu.model.understanding.Embedding;
import kefu.model.understanding.Embeddings;
import kefu.model.understanding.Emotion;
import kefu.model.understanding.Intent;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.Understanding;

/** Understands utterances: normalise, tell the language, encode, judge, find entities. */
@ApplicationScoped
public class Understand {
    private static final int ALTERNATIVES = 4;

    private final Models models;
    private final FindEntities entities;

    Understand(Models models, FindEntities entities) {
        this.models = models;
        this.entities = entities;
    }

    /**
     * @param choice the models that answer
     * @return one answer for each request, in the same order
     */
    public List<Understanding> understand(List<UnderstandRequest> requests, Choice choice, Leaving caller) {
        List<Reading> readings = each(requests.size(), i -> read(requests.get(i), choice));
        List<float[]> vectors = vectors(readings, choice, caller);
        return each(
                requests.size(),
                i -> judge(
                        readings.get(i),
                        vectors.get(i),
                        Earlier.of(requests.get(i).history()),
                        choice.serving(readings.get(i).model())));
    }

    private static Reading read(UnderstandRequest request, Choice choice) {
        Reading reading = Reading.of(request.text(), request.language());
        reading.mend(choice.serving(reading.model()).model().space()::spellingCorrected);
        return reading;
    }

    /** The texts of a list on all processors, one alone on the thread of its request. */
    private static <T> List<T> each(int size, IntFunction<T> one) {
        IntStream all = IntStream.range(0, size);
        return (size > 1 ? all.parallel() : all).mapToObj(one).toList();
    }

    /** @return one vector for each text, in the same order @throws kefu.chassis.problem.ProblemException 501 without encoders */
    public Embeddings embed(EmbedRequest request, Choice choice, Leaving caller) {
        List<Reading> readings = request.texts().stream()
                .map(text -> Reading.of(text, request.language()).in(request.language()))
                .toList();
        List<float[]> vectors = vectors(readings, choice, caller);
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Serving serving = choice.serving(readings.get(i).model());
            if (serving.encoder().isEmpty())
                throw Problem.notConfigured(
                                "No encoder is loaded: kefu.inference.encoder.enabled is false, or loading it failed.")
                        .asException();
            embeddings.add(embedding(serving, vectors.get(i)));
        }
        return new Embeddings(
                embeddings, choice.serving(readings.getFirst().model()).servedBy());
    }

    /** Texts of one language share a pass. */
    private List<float[]> vectors(List<Reading> readings, Choice choice, Leaving caller) {
        Map<String, List<Integer>> byModel = new LinkedHashMap<>();
        for (int i = 0; i < readings.size(); i++)
            byModel.computeIfAbsent(readings.get(i).model(), _ -> new ArrayList<>())
                    .add(i);
        float[][] vectors = new float[readings.size()][];
        byModel.forEach((model, own) -> {
            Serving serving = choice.serving(model);
            long begun = System.nanoTime();
            List<float[]> made = models.encode(
                    serving, own.stream().map(i -> readings.get(i).text()).toList(), caller);
            double millis = (System.nanoTime() - begun) / 1e6 / own.size();
            for (int k = 0; k < own.size(); k++) {
                vectors[own.get(k)] = made.get(k);
                readings.get(own.get(k)).spent(millis);
            }
        });
        return List.of(vectors);
    }

    private Understanding judge(Reading reading, float[] vector, History history, Serving serving) {
        if (reading.text().isEmpty()) return nothingSaid(reading, serving);
        long begun = System.nanoTime();
        Model model = serving.model();
        Features features = model.space().features(reading.text(), vector);
        boolean encoded = vector.length > 0;
        Classification intent = model.intent(reading.text(), features, history);
        Emotion emotion = model.classifier(Model.EMOTION, encoded)
                .map(c -> emotion(c.classify(features)))
                .orElse(Emotion.NEUTRAL);
        reading.spent((System.nanoTime() - begun) / 1e6);
        return new Understanding(
                reading.language().tag(),
                intent.best().label(),
                intent.best().probability(),
                intent.ranked().stream()
                        .skip(1)
                        .limit(ALTERNATIVES)
                        .map(s -> new Intent(s.label(), s.probability()))
                        .toList(),
                emotion,
                entities.in(reading.raw()),
                encoded ? embedding(serving, vector) : null,
                serving.servedBy(),
                reading.millis());
    }

    /** Spaces and what nobody sees mean nothing, whatever a model makes of them. */
    private static Understanding nothingSaid(Reading reading, Serving serving) {
        return new Understanding(
                reading.language().tag(),
                Intent.OUT_OF_SCOPE,
                1,
                List.of(),
                Emotion.NEUTRAL,
                List.of(),
                null,
                serving.servedBy(),
                reading.millis());
    }

    /** The intensity is how sure it is that a text is not neutral. */
    private static Emotion emotion(Classification classification) {
        double neutral = classification.ranked().stream()
                .filter(s -> s.label().equals("neutral"))
                .mapToDouble(Classification.Scored::probability)
                .findFirst()
                .orElse(0);
        return new Emotion(classification.best().label(), Math.clamp(1 - neutral, 0, 1));
    }

    private static Embedding embedding(Serving serving, float[] vector) {
        List<Float> numbers = new ArrayList<>(vector.length);
        for (float v : vector) numbers.add(v);
        return new Embedding(
                serving.encoder().orElseThrow().name(), serving.model().about().language(), numbers);
    }
}
