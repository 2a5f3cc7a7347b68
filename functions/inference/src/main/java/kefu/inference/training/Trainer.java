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

/**
 * Makes a model of examples. What validation decides: how much the encoder's vector counts beside the n-grams, and how
 * much errors cost. What held-out margins decide: temperature, out of scope, threshold. Then everything is fitted on all
 * examples.
 */
final class Trainer {
    private static final float[] ENCODER_WEIGHTS = {0.5f, 0.7f, 1, 1.5f, 2, 3};
    private static final double[] COSTS = {0.25, 1};
    private static final double USUAL_COST = 0.5;
    private static final int FOLDS = 5;
    /** Of many examples fewer folds say as much. */
    private static final int MANY = 10_000;

    private static final int FOLDS_OF_MANY = 3;
    private static final int PASSES = 10;
    /** Below as many examples even an n-gram of one text says something. */
    private static final int FEW = 2_000;

    private final Examples examples;
    private final float[][] vectors;
    private final boolean encoded;
    private final long seed;
    private final int threads;
    private final Progress progress;
    private Optional<OfChosen> ofChosen = Optional.empty();

    /** @param vectors the encoder's, one for each example; empty without an encoder */
    Trainer(Examples examples, Optional<float[][]> vectors, long seed, int threads, Progress progress) {
        if (examples.size() < 2 * FOLDS) throw new IllegalArgumentException("too few examples: " + examples.size());
        this.examples = examples;
        this.vectors = vectors.orElseGet(() -> new float[examples.size()][0]);
        this.encoded = vectors.isPresent();
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
    }

    /** @param heldOut how the answers to texts held out were, for the report */
    record Trained(Model model, Chosen chosen, Metrics heldOut) {
        Trained with(Model other) {
            return new Trained(other, chosen, heldOut);
        }
    }

    /** What validation decided. */
    record Chosen(float encoderWeight, double cost, int seen) {}

    /** @param about what the model is to say of itself; its metrics are added */
    Trained train(Model.About about) {
        List<HeldOut> divisions = divisions();
        announce(divisions.size());
        Labels intents = Labels.of(examples, Example::label);
        Chosen chosen = choose(divisions, intents);
        FeatureSpace space = FeatureSpace.of(examples.texts(), chosen.seen(), chosen.encoderWeight());
        SortedMap<String, Classifier> classifiers = new TreeMap<>();
        SortedMap<String, Classifier> alone = new TreeMap<>();
        Fitted intent = fit(divisions, space, intents, chosen, chosen.encoderWeight(), "intent");
        classifiers.put(Model.INTENT, intent.classifier());
        if (encoded)
            alone.put(
                    Model.INTENT,
                    fit(divisions, space, intents, chosen, 0, "intent by n-grams")
                            .classifier());
        Map<String, Double> figures = new TreeMap<>();
        Metrics heldOut = metrics(intent, Example::label);
        heldOut.figures().forEach((name, value) -> figures.put("heldOut." + name, value));
        if (emotions()) {
            Labels labels = Labels.balanced(examples, Trainer::feeling);
            Fitted emotion = fit(divisions, space, labels, chosen, chosen.encoderWeight(), "emotion");
            classifiers.put(Model.EMOTION, emotion.classifier());
            if (encoded)
                alone.put(
                        Model.EMOTION,
                        fit(divisions, space, labels, chosen, 0, "emotion by n-grams")
                                .classifier());
            Metrics feelings = metrics(emotion, Trainer::feeling);
            figures.put("heldOut.emotion.accuracy", feelings.accuracy());
            figures.put("heldOut.emotion.macroF1", feelings.macroF1());
        }
        Model.About said = new Model.About(
                about.name(), about.version(), about.language(), about.encoder(), examples.size(), figures);
        return new Trained(new Model(said, space, classifiers, encoded ? alone : classifiers), chosen, heldOut);
    }

    /** @return what validation on these examples decides */
    Chosen choose() {
        List<HeldOut> divisions = divisions();
        return choose(divisions, Labels.of(examples, Example::label));
    }

    /** @return a classifier of intents alone, with settings chosen before, and the space it reads texts in */
    Model intents(Model.About about, Chosen chosen) {
        FeatureSpace space = FeatureSpace.of(examples.texts(), chosen.seen(), chosen.encoderWeight());
        Labels labels = Labels.of(examples, Example::label);
        SortedMap<String, Classifier> classifiers = new TreeMap<>();
        Fitted fitted = fit(divisions(), space, labels, chosen, chosen.encoderWeight(), "intent");
        classifiers.put(Model.INTENT, fitted.classifier());
        return new Model(about, space, classifiers, classifiers);
    }

    private List<HeldOut> divisions() {
        int seen = examples.size() < FEW ? 1 : 2;
        int[] folds = Folds.of(examples, examples.size() < MANY ? FOLDS : FOLDS_OF_MANY, seed);
        return Arrays.stream(folds)
                .distinct()
                .sorted()
                .mapToObj(f -> new HeldOut(
                        examples, vectors, Folds.members(folds, f, false), Folds.members(folds, f, true), seen))
                .toList();
    }

    private boolean emotions() {
        return examples.all().stream().anyMatch(e -> e.emotion().isPresent());
    }

    private static String feeling(Example example) {
        return example.emotion().orElse("neutral");
    }

    private void announce(int folds) {
        int tried = (encoded ? ENCODER_WEIGHTS.length : 1) + COSTS.length;
        double questions = (encoded ? 2 : 1) * (emotions() ? 2 : 1);
        progress.expect(tried * folds + (folds + 1) * questions);
    }

    private Chosen choose(List<HeldOut> divisions, Labels labels) {
        int seen = examples.size() < FEW ? 1 : 2;
        float[] weights = encoded ? ENCODER_WEIGHTS : new float[] {0};
        List<Chosen> tried = new ArrayList<>();
        for (float weight : weights) tried.add(new Chosen(weight, USUAL_COST, seen));
        Chosen best = tried.getFirst();
        double most = -1;
        for (int t = 0; t < tried.size(); t++) {
            Chosen candidate = tried.get(t);
            Scores scores = heldOut(divisions, labels, candidate, candidate.encoderWeight());
            double value = scores.accuracyInScope() + scores.auroc();
            progress.done(
                    divisions.size(),
                    "encoder weight %.1f, cost %.2f".formatted(candidate.encoderWeight(), candidate.cost()));
            if (value > most) {
                most = value;
                best = candidate;
                ofChosen = Optional.of(new OfChosen(candidate, scores));
            }
            // Costs are tried at the weight found.
            if (t == weights.length - 1)
                for (double cost : COSTS) tried.add(new Chosen(best.encoderWeight(), cost, seen));
        }
        return best;
    }

    /** @return margins of all examples, each by weights that had not seen it */
    private Scores heldOut(List<HeldOut> divisions, Labels labels, Chosen chosen, float weight) {
        if (ofChosen.isPresent() && ofChosen.get().answers(labels, chosen, weight))
            return ofChosen.get().scores();
        float[][] margins = new float[examples.size()][];
        for (HeldOut division : divisions) {
            Scores scores = division.scores(labels, weight, settings(chosen));
            for (int k = 0; k < division.judged().length; k++) margins[division.judged()[k]] = scores.margins()[k];
        }
        return new Scores(labels.names(), margins, labels.numbers());
    }

    /** What was found while choosing need not be worked out again. */
    private record OfChosen(Chosen chosen, Scores scores) {
        boolean answers(Labels labels, Chosen asked, float weight) {
            return asked.equals(chosen)
                    && weight == chosen.encoderWeight()
                    && labels.names().equals(scores.labels());
        }
    }

    private LinearFit.Settings settings(Chosen chosen) {
        return new LinearFit.Settings(chosen.cost(), PASSES, seed, threads);
    }

    /** A classifier, and the margins of all examples by weights that had not seen them. */
    private record Fitted(Classifier classifier, Scores heldOut) {}

    private Fitted fit(
            List<HeldOut> divisions, FeatureSpace space, Labels labels, Chosen chosen, float weight, String what) {
        Scores raw = heldOut(divisions, labels, chosen, weight);
        float[] offsets = labels.balanced()
                ? Balance.offsets(raw)
                : new float[labels.names().size()];
        Scores heldOut = Balance.shifted(raw, offsets);
        Calibration calibration = FitCalibration.of(heldOut);
        List<Features> features = IntStream.range(0, examples.size())
                .mapToObj(i -> space.features(examples.all().get(i).text(), vectors[i]))
                .map(f -> weight == 0 ? f.alone() : f)
                .toList();
        float[][] weights =
                LinearFit.weights(features, labels.numbers(), labels.names().size(), space.size(), settings(chosen));
        for (int l = 0; l < offsets.length; l++) weights[weights.length - 1][l] += offsets[l];
        LinearHead head =
                LinearHead.of(labels.names(), weights, features.getFirst().vector().length);
        progress.done((divisions.size() + 1), what);
        return new Fitted(new Classifier(head, calibration), heldOut);
    }

    private Metrics metrics(Fitted fitted, Function<Example, String> label) {
        List<Metrics.Answer> answers = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.all().get(i);
            answers.add(Judge.answer(
                    example,
                    label.apply(example),
                    fitted.classifier().judge(fitted.heldOut().margins()[i])));
        }
        return new Metrics(answers);
    }
}
