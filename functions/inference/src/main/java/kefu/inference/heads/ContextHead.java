package kefu.inference.heads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges an utterance again by what came before it: to the logarithm of each label's probability it adds the weights of
 * the cues for that label, and makes probabilities of the sums (a conditional log-linear model). Without a history it is
 * never asked.
 */
public final class ContextHead {
    private final List<String> labels;
    private final float[] weights;
    private final float temperature;

    /**
     * @param labels those of the classifier of intents
     * @param weights one for each number that cues are hashed into; not copied
     * @param temperature by which sums are divided before the softmax
     */
    public ContextHead(List<String> labels, float[] weights, float temperature) {
        if (weights.length != size())
            throw new IllegalArgumentException("a context has " + size() + " weights, not " + weights.length);
        this.labels = List.copyOf(labels);
        this.weights = weights;
        this.temperature = temperature;
    }

    /** @return how many weights there are */
    public static int size() {
        return Cues.WEIGHTS;
    }

    Classification judge(Cues cues) {
        double[] scores = new double[labels.size()];
        for (int l = 0; l < scores.length; l++) {
            scores[l] = cues.alone(l);
            SparseVector of = cues.of(l);
            for (int k = 0; k < of.size(); k++) scores[l] += of.values()[k] * weights[of.indices()[k]];
        }
        return classification(scores);
    }

    private Classification classification(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) highest = Math.max(highest, score);
        double sum = 0;
        for (int l = 0; l < scores.length; l++) sum += scores[l] = Math.exp((scores[l] - highest) / temperature);
        List<Classification.Scored> ranked = new ArrayList<>();
        double outside = 0;
        for (int l = 0; l < scores.length; l++) {
            ranked.add(new Classification.Scored(labels.get(l), scores[l] / sum));
            if (labels.get(l).equals(Classifier.OUT_OF_SCOPE)) outside = scores[l] / sum;
        }
        ranked.sort(
                Comparator.comparingDouble(Classification.Scored::probability).reversed());
        return new Classification(ranked, outside);
    }

    List<String> labels() {
        return labels;
    }

    float[] weights() {
        return weights;
    }

    float temperature() {
        return temperature;
    }
}
