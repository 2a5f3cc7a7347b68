package kefu.inference.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kefu.inference.heads.FeatureSpace;
import kefu.inference.heads.Features;
import kefu.inference.heads.LinearHead;

/**
 * One division of the examples: some to learn from, others to judge by. N-grams are learnt from the first alone.
 * Features hold vectors of weight 1, so that weights can be tried without reading the texts again.
 */
final class HeldOut {
    private final int[] learn;
    private final int[] judge;
    private final FeatureSpace space;
    private final List<Features> features;

    /** @param vectors the encoder's, one for each example, each of length 0 without an encoder */
    HeldOut(Examples examples, float[][] vectors, int[] learn, int[] judge, int seen) {
        this.learn = learn;
        this.judge = judge;
        List<String> texts =
                Arrays.stream(learn).mapToObj(i -> examples.all().get(i).text()).toList();
        this.space = FeatureSpace.of(texts, seen, 1);
        this.features = IntStream.range(0, examples.size())
                .mapToObj(i -> space.features(examples.all().get(i).text(), vectors[i]))
                .toList();
    }

    /** @return margins of the texts held out, by weights learnt from the others */
    Scores scores(Labels labels, float encoderWeight, LinearFit.Settings settings) {
        List<Features> from = at(learn, encoderWeight);
        int[] answers = labels.answers(learn);
        float[][] weights = LinearFit.weights(from, answers, labels.names().size(), space.size(), settings);
        LinearHead head = LinearHead.of(labels.names(), weights, from.getFirst().vector().length);
        float[][] margins = at(judge, encoderWeight).stream().map(head::margins).toArray(float[][]::new);
        return new Scores(labels.names(), margins, labels.answers(judge));
    }

    int[] judged() {
        return judge;
    }

    private List<Features> at(int[] members, float weight) {
        List<Features> at = new ArrayList<>(members.length);
        for (int i : members) at.add(weighted(features.get(i), weight));
        return at;
    }

    private static Features weighted(Features features, float weight) {
        if (weight == 0) return features.alone();
        float[] scaled = features.vector().clone();
        for (int k = 0; k < scaled.length; k++) scaled[k] *= weight;
        return new Features(features.ngrams(), scaled);
    }
}
