package kefu.inference.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kefu.inference.heads.ContextHead;
import kefu.inference.heads.Model;
import kefu.inference.training.ContextCases.Member;

/** Teaches a model to hear an utterance in its conversation; conversations held out decide how much it is to believe. */
final class TrainContext {
    private static final double[] RIDGES = {3e-3, 1e-2, 3e-2};

    private final List<String> labels;
    private final List<Member> members;
    private final long seed;

    private TrainContext(List<String> labels, List<Member> members, long seed) {
        this.labels = labels;
        this.members = members;
        this.seed = seed;
    }

    /** @param vectors the encoder's of each utterance, each of length 0 without an encoder */
    static Model train(Model model, Dialogues dialogues, float[][] vectors, long seed) {
        List<String> labels = model.classifiers().get(Model.INTENT).head().labels();
        float[][] none = new float[vectors.length][0];
        Fitted alone = new TrainContext(labels, ContextCases.of(model, dialogues, none, seed), seed).fit();
        boolean encoded = vectors.length > 0 && vectors[0].length > 0;
        Fitted full = encoded
                ? new TrainContext(labels, ContextCases.of(model, dialogues, vectors, seed), seed).fit()
                : alone;
        Map<String, Double> figures = new TreeMap<>(model.about().metrics());
        figures.putAll(full.figures());
        return model.with(model.about().with(figures)).with(full.head(), alone.head());
    }

    private record Fitted(ContextHead head, Map<String, Double> figures) {}

    /** Scores of the members that count, by weights that had not seen their conversation. */
    private record HeldOutScores(double[][] scores, List<Member> of, double temperature) {
        double loss() {
            double loss = 0;
            for (int i = 0; i < scores.length; i++)
                loss -= logarithm(scores[i], of.get(i).one().answer(), temperature);
            return loss / scores.length;
        }

        private static double logarithm(double[] scores, int answer, double temperature) {
            double sum = 0;
            for (double score : scores) sum += Math.exp((score - scores[answer]) / temperature);
            return -Math.log(sum);
        }

        HeldOutScores calibrated() {
            return IntStream.rangeClosed(10, 40)
                    .mapToObj(t -> new HeldOutScores(scores, of, t / 20.0))
                    .min(java.util.Comparator.comparingDouble(HeldOutScores::loss))
                    .orElseThrow();
        }

        double accuracy() {
            int right = 0;
            for (int i = 0; i < scores.length; i++) {
                double[] own = scores[i];
                int best = IntStream.range(0, own.length)
                        .reduce((a, b) -> own[b] > own[a] ? b : a)
                        .orElse(-1);
                if (best == of.get(i).one().answer()) right++;
            }
            return (double) right / scores.length;
        }
    }

    private Fitted fit() {
        if (members.stream().noneMatch(Member::counts))
            throw new IllegalArgumentException("no conversation ends with one of the model's labels");
        HeldOutScores best = null;
        double ridge = 0;
        for (double tried : RIDGES) {
            HeldOutScores scores = heldOut(tried).calibrated();
            if (best != null && best.loss() <= scores.loss()) continue;
            best = scores;
            ridge = tried;
        }
        float[] weights = ContextFit.weights(cases(members), labels.size(), ridge, seed);
        List<Member> counted = best.of();
        long alone = counted.stream()
                .filter(m -> m.alone().equals(labels.get(m.one().answer())))
                .count();
        return new Fitted(
                new ContextHead(labels, weights, (float) best.temperature()),
                Map.of(
                        "turns.heldOut.accuracy",
                        best.accuracy(),
                        "turns.heldOut.utteranceAlone",
                        (double) alone / counted.size(),
                        "turns.ridge",
                        ridge,
                        "turns.temperature",
                        best.temperature()));
    }

    private HeldOutScores heldOut(double ridge) {
        List<double[]> scores = new ArrayList<>();
        List<Member> of = new ArrayList<>();
        for (int fold :
                members.stream().mapToInt(Member::fold).distinct().sorted().toArray()) {
            var rest = members.stream().filter(m -> m.fold() != fold).toList();
            float[] weights = ContextFit.weights(cases(rest), labels.size(), ridge, seed);
            for (Member m : members) {
                if (m.fold() != fold || !m.counts()) continue;
                scores.add(ContextFit.scores(weights, m.one().cues(), labels.size()));
                of.add(m);
            }
        }
        return new HeldOutScores(scores.toArray(double[][]::new), of, 1);
    }

    private static List<ContextFit.Case> cases(List<Member> members) {
        return members.stream().map(Member::one).toList();
    }
}
