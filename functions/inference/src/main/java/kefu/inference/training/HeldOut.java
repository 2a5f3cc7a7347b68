package kefu.inference.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kefu.inference.heads.FeatureSpace;
import kefu.inference.heads.Features;
import kefu.inference.heads.LinearHead;
import kefu.inference.training.Search.Chosen;

/**
 * One division of the examples: some to learn from, others to judge by. N-grams are learnt from the first alone.
 * Features hold vectors of weight 1, so that weights can be tried without reading the texts again.
 */
final class HeldOut {
    private final Sample sample;
    private final int[] learn;
    private final int[] judge;
    private final FeatureSpace space;
    private final Map<Float, List<Features>> byRarity = new HashMap<>();

    HeldOut(Sample sample, int[] learn, int[] judge) {
        this.sample = sample;
        this.learn = learn;
        this.judge = judge;
        this.space = sample.space(learn, 1);
    }

    /** @return margins of the texts held out, by what the others teach */
    Scores scores(Labels labels, Chosen chosen, LinearFit.Settings settings) {
        return scores(learn, labels, chosen, settings);
    }

    /** @return how good answers are with 5, 10, 20, 50 examples a label, where there are more */
    List<LearningCurve.Point> curve(Labels labels, Chosen chosen, LinearFit.Settings settings) {
        List<LearningCurve.Point> curve = new ArrayList<>();
        for (int size : LearningCurve.sizes(labels, learn)) {
            int[] some = LearningCurve.some(labels, learn, size, settings.seed());
            curve.add(new LearningCurve.Point(
                    size, scores(some, labels, chosen, settings).accuracyInScope()));
        }
        return curve;
    }

    private Scores scores(int[] members, Labels labels, Chosen chosen, LinearFit.Settings settings) {
        List<Features> seen = at(members, chosen);
        float[][] weights =
                LinearFit.weights(seen, labels.answers(members), labels.names().size(), space.size(), settings);
        LinearHead head = LinearHead.of(labels.names(), weights, seen.getFirst().vector().length);
        float[][] margins = at(judge, chosen).stream().map(head::margins).toArray(float[][]::new);
        return new Scores(labels.names(), margins, labels.answers(judge));
    }

    int[] judged() {
        return judge;
    }

    private List<Features> at(int[] members, Chosen chosen) {
        List<Features> features = byRarity.computeIfAbsent(chosen.rarity(), this::features);
        List<Features> at = new ArrayList<>(members.length);
        for (int i : members) at.add(weighted(features.get(i), chosen.encoderWeight()));
        return at;
    }

    private List<Features> features(float rarity) {
        FeatureSpace weighed = space.withRarity(rarity);
        return IntStream.range(0, sample.size())
                .parallel()
                .mapToObj(i -> sample.features(weighed, i))
                .toList();
    }

    private static Features weighted(Features features, float weight) {
        if (weight == 0) return features.alone();
        float[] scaled = features.vector().clone();
        for (int k = 0; k < scaled.length; k++) scaled[k] *= weight;
        return new Features(features.ngrams(), scaled);
    }

    static int[] all(List<HeldOut> divisions) {
        return divisions.stream().flatMapToInt(d -> Arrays.stream(d.judge)).toArray();
    }
}
