package kefu.inference.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import kefu.inference.heads.Calibration;
import kefu.inference.heads.Classifier;
import kefu.inference.heads.FeatureSpace;
import kefu.inference.heads.Features;
import kefu.inference.heads.LinearHead;
import kefu.inference.heads.Model;
import kefu.inference.training.Search.Chosen;

/**
 * Makes a model of examples. What validation decides: how much the encoder's vector counts beside the n-grams, or how
 * much their rarity where they are alone, and how much errors cost. What held-out margins decide: temperature, out of
 * scope, threshold. Then everything is fitted on all examples.
 */
final class Trainer {
    private static final int FOLDS = 5;
    /** Of many examples fewer folds say as much, but not of many writers': the fewer folds, the fewer of them teach. */
    private static final int MANY = 10_000;

    private static final int FOLDS_OF_MANY = 3;
    /** Of so many characters one fold of five says enough, and reading them takes long. */
    private static final long LONG = 4_000_000;

    private static final int PASSES = 10;

    private final Examples examples;
    private final Sample sample;
    private final Optional<int[]> kept;
    private final long seed;
    private final int threads;
    private final Progress progress;

    /**
     * @param kept the only examples to judge by, where the others have been learnt from already, as by fine-tuning
     */
    Trainer(Examples examples, Sample sample, Optional<int[]> kept, long seed, int threads, Progress progress) {
        examples.checkEnough(2 * FOLDS);
        this.examples = examples;
        this.sample = sample;
        this.kept = kept;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
    }

    /** @param heldOut how the answers to texts held out were @param curve with how many examples they were how good */
    record Trained(Model model, Chosen chosen, Metrics heldOut, List<LearningCurve.Point> curve) {
        Trained with(Model other) {
            return new Trained(other, chosen, heldOut, curve);
        }
    }

    /** @param about what the model is to say of itself; its metrics are added */
    Trained train(Model.About about) {
        List<HeldOut> divisions = divisions();
        announce(divisions.size());
        Labels intents = Labels.of(examples, Example::label);
        Search search = search(divisions, intents);
        Chosen chosen = search.best(sample.encoded());
        FeatureSpace space = sample.space(chosen);
        SortedMap<String, Classifier> classifiers = new TreeMap<>();
        SortedMap<String, Classifier> alone = new TreeMap<>();
        Fitted intent = fit(search.of(chosen), space, intents, chosen, "intent");
        classifiers.put(Model.INTENT, intent.classifier());
        if (sample.encoded())
            alone.put(
                    Model.INTENT,
                    fit(divisions, space, intents, chosen.alone(), "intent by n-grams")
                            .classifier());
        Map<String, Double> figures = new TreeMap<>();
        Metrics heldOut = metrics(divisions, intent, Example::label);
        heldOut.figures().forEach((name, value) -> figures.put("heldOut." + name, value));
        if (examples.grouped()) {
            // Short texts are written alike by several: what was learnt from one is known of the other.
            Metrics ofOneSource = heldOut.without(examples.repeated());
            figures.put("heldOut.ofOneSource.accuracy", ofOneSource.accuracy());
            figures.put("heldOut.ofOneSource.inScopeAccuracy", ofOneSource.inScopeAccuracy());
        }
        if (emotions()) {
            Labels labels = Labels.balanced(examples, Trainer::feeling);
            Fitted emotion = fit(divisions, space, labels, chosen, "emotion");
            classifiers.put(Model.EMOTION, emotion.classifier());
            if (sample.encoded())
                alone.put(
                        Model.EMOTION,
                        fit(divisions, space, labels, chosen.alone(), "emotion by n-grams")
                                .classifier());
            Metrics feelings = metrics(divisions, emotion, Trainer::feeling);
            figures.put("heldOut.emotion.accuracy", feelings.accuracy());
            figures.put("heldOut.emotion.macroF1", feelings.macroF1());
        }
        Model.About said = new Model.About(
                about.name(), about.version(), about.language(), about.encoder(), examples.size(), figures);
        List<LearningCurve.Point> curve = divisions.getFirst().curve(intents, chosen, settings(chosen));
        Model model = new Model(said, space, classifiers, sample.encoded() ? alone : classifiers);
        return new Trained(model, chosen, heldOut, curve);
    }

    /** @return how many texts held out are right with so many examples a label, and with all, in the mean of the divisions */
    List<LearningCurve.Point> curve() {
        List<HeldOut> divisions = divisions();
        Labels intents = Labels.of(examples, Example::label);
        Search search = search(divisions, intents);
        Chosen chosen = search.best(sample.encoded());
        List<List<LearningCurve.Point>> curves = divisions.stream()
                .map(division -> division.curve(intents, chosen, settings(chosen)))
                .toList();
        List<LearningCurve.Point> curve = new ArrayList<>(LearningCurve.mean(curves));
        curve.add(new LearningCurve.Point(
                LearningCurve.most(intents, IntStream.range(0, examples.size()).toArray()),
                search.of(chosen).accuracyInScope()));
        return curve;
    }

    /** @return what validation on these examples decides */
    Chosen choose() {
        return search(divisions(), Labels.of(examples, Example::label)).best(sample.encoded());
    }

    /** @return a classifier of intents alone, with settings chosen before, and the space it reads texts in */
    Model intents(Model.About about, Chosen chosen) {
        FeatureSpace space = sample.space(chosen);
        Labels labels = Labels.of(examples, Example::label);
        SortedMap<String, Classifier> classifiers = new TreeMap<>();
        Fitted fitted = fit(divisions(), space, labels, chosen, "intent");
        classifiers.put(Model.INTENT, fitted.classifier());
        return new Model(about, space, classifiers, classifiers);
    }

    private List<HeldOut> divisions() {
        if (kept.isPresent()) {
            boolean[] judged = new boolean[examples.size()];
            for (int i : kept.get()) judged[i] = true;
            int[] rest =
                    IntStream.range(0, judged.length).filter(i -> !judged[i]).toArray();
            return List.of(new HeldOut(sample, rest, kept.get()));
        }
        boolean many = examples.size() >= MANY && !examples.grouped();
        int[] folds = Folds.of(examples, many ? FOLDS_OF_MANY : FOLDS, seed);
        boolean much = sample.characters() > LONG;
        if (much) folds = Folds.of(examples, FOLDS, seed);
        int[] divided = folds;
        return Arrays.stream(folds)
                .distinct()
                .sorted()
                .limit(much ? 1 : FOLDS)
                .mapToObj(f -> new HeldOut(sample, Folds.members(divided, f, false), Folds.members(divided, f, true)))
                .toList();
    }

    private boolean emotions() {
        return examples.all().stream().anyMatch(e -> e.emotion().isPresent());
    }

    private static String feeling(Example example) {
        return example.emotion().orElse("neutral");
    }

    private void announce(int folds) {
        double questions = (sample.encoded() ? 2 : 1) * (emotions() ? 2 : 1);
        progress.expect(Search.TRIALS * folds + (folds + 1) * questions);
    }

    private Search search(List<HeldOut> divisions, Labels labels) {
        return new Search(chosen -> {
            Scores scores = heldOut(divisions, labels, chosen);
            String weights = sample.encoded()
                    ? "encoder weight %.2f".formatted(chosen.encoderWeight())
                    : "rarity %.1f".formatted(chosen.rarity());
            progress.done(
                    divisions.size(),
                    "%s, cost %.2f: %.4f right".formatted(weights, chosen.cost(), scores.accuracyInScope()));
            return scores;
        });
    }

    /** @return margins of all examples that are judged, each by weights that had not seen it */
    private Scores heldOut(List<HeldOut> divisions, Labels labels, Chosen chosen) {
        List<float[]> margins = new ArrayList<>();
        for (HeldOut division : divisions)
            margins.addAll(Arrays.asList(
                    division.scores(labels, chosen, settings(chosen)).margins()));
        return new Scores(labels.names(), margins.toArray(float[][]::new), labels.answers(HeldOut.all(divisions)));
    }

    private LinearFit.Settings settings(Chosen chosen) {
        return new LinearFit.Settings(chosen.cost(), PASSES, seed, threads);
    }

    /** A classifier, and the margins of the examples judged by weights that had not seen them. */
    private record Fitted(Classifier classifier, Scores heldOut) {}

    private Fitted fit(List<HeldOut> divisions, FeatureSpace space, Labels labels, Chosen chosen, String what) {
        return fit(heldOut(divisions, labels, chosen), space, labels, chosen, what);
    }

    /** @param raw margins of the examples judged, before labels are balanced */
    private Fitted fit(Scores raw, FeatureSpace space, Labels labels, Chosen chosen, String what) {
        float[] offsets = labels.balanced()
                ? Balance.offsets(raw)
                : new float[labels.names().size()];
        Scores heldOut = Balance.shifted(raw, offsets);
        Calibration calibration = FitCalibration.of(heldOut);
        List<Features> features = IntStream.range(0, examples.size())
                .parallel()
                .mapToObj(i -> sample.features(space, i))
                .map(f -> chosen.encoderWeight() == 0 ? f.alone() : f)
                .toList();
        float[][] weights =
                LinearFit.weights(features, labels.numbers(), labels.names().size(), space.size(), settings(chosen));
        for (int l = 0; l < offsets.length; l++) weights[weights.length - 1][l] += offsets[l];
        LinearHead head =
                LinearHead.of(labels.names(), weights, features.getFirst().vector().length);
        progress.done(2, what);
        return new Fitted(new Classifier(head, calibration), heldOut);
    }

    private Metrics metrics(List<HeldOut> divisions, Fitted fitted, Function<Example, String> label) {
        List<Metrics.Answer> answers = new ArrayList<>();
        int[] judged = HeldOut.all(divisions);
        for (int k = 0; k < judged.length; k++) {
            Example example = examples.all().get(judged[k]);
            answers.add(Judge.answer(
                    example,
                    label.apply(example),
                    fitted.classifier().judge(fitted.heldOut().margins()[k])));
        }
        return new Metrics(answers);
    }
}
