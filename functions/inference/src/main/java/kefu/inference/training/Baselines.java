package kefu.inference.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kefu.inference.heads.FeatureSpace;
import kefu.inference.heads.Features;
import kefu.inference.heads.LinearHead;
import kefu.inference.heads.SparseVector;

/**
 * What the plain ways make of the same examples, for comparison: a linear SVM on the n-grams (Joachims 1998), and a linear
 * probe of the frozen encoder's vector (Alain and Bengio 2016). Both find their cost by the share of right answers on a
 * fifth of the examples, and learn nothing else beside: no weighting of one view against the other.
 */
record Baselines(Sample sample, Labels labels, int[] folds, long seed, int threads) {
    private static final int FOLDS = 5;
    private static final int PASSES = 20;
    private static final double[] COSTS = {0.25, 1, 4, 16, 64};
    private static final SparseVector NO_NGRAMS = new SparseVector(new int[0], new float[0]);

    static Baselines of(Examples examples, Sample sample, TrainingOptions options) {
        return new Baselines(
                sample,
                Labels.of(examples, Example::label),
                Folds.of(examples, FOLDS, options.seed),
                options.seed,
                options.threads);
    }

    /**
     * @param vectors the encoder's of {@link Judge#texts}, typos mended as Kefu mends them; each of length 0 without one
     * @return accuracy in scope by the baseline's name
     */
    Map<String, Double> on(Examples unseen, float[][] vectors) {
        FeatureSpace space = sample.space(1);
        List<String> texts = Judge.texts(space, unseen);
        List<Features> seen = IntStream.range(0, sample.size())
                .parallel()
                .mapToObj(i -> sample.features(space, i))
                .toList();
        List<Features> asked = IntStream.range(0, unseen.size())
                .parallel()
                .mapToObj(i -> space.features(texts.get(i), vectors[i]))
                .toList();
        int[] answers = unseen.all().stream()
                .mapToInt(e -> labels.names().indexOf(e.label()))
                .toArray();
        Map<String, Double> accuracies = new TreeMap<>();
        accuracies.put("baseline.ngramSvm", accuracy(Features::alone, space.size(), seen, asked, answers));
        if (sample.encoded())
            accuracies.put(
                    "baseline.linearProbe",
                    accuracy(f -> new Features(NO_NGRAMS, f.vector()), 0, seen, asked, answers));
        return accuracies;
    }

    private double accuracy(
            UnaryOperator<Features> view, int ngrams, List<Features> all, List<Features> asked, int[] answers) {
        List<Features> seen = all.stream().map(view).toList();
        int[] learn = Folds.members(folds, 0, false);
        int[] judge = Folds.members(folds, 0, true);
        double cost = Arrays.stream(COSTS)
                .boxed()
                .max(Comparator.comparingDouble(c -> scores(
                                at(seen, learn),
                                labels.answers(learn),
                                ngrams,
                                c,
                                at(seen, judge),
                                labels.answers(judge))
                        .accuracyInScope()))
                .orElseThrow();
        return scores(
                        seen,
                        labels.numbers(),
                        ngrams,
                        cost,
                        asked.stream().map(view).toList(),
                        answers)
                .accuracyInScope();
    }

    private Scores scores(
            List<Features> seen, int[] numbers, int ngrams, double cost, List<Features> asked, int[] answers) {
        var settings = new LinearFit.Settings(cost, PASSES, seed, threads);
        float[][] weights = LinearFit.weights(seen, numbers, labels.names().size(), ngrams, settings);
        LinearHead head = LinearHead.of(labels.names(), weights, seen.getFirst().vector().length);
        return new Scores(labels.names(), asked.stream().map(head::margins).toArray(float[][]::new), answers);
    }

    private static List<Features> at(List<Features> all, int[] members) {
        return Arrays.stream(members).mapToObj(all::get).toList();
    }
}
