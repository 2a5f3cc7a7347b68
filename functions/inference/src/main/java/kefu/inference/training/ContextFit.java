package kefu.inference.training;

import java.util.List;
import java.util.Random;
import kefu.inference.heads.ContextHead;
import kefu.inference.heads.Cues;
import kefu.inference.heads.SparseVector;

/**
 * Fits the weights of cues so that the right labels are most likely, by AdaGrad (Duchi et al. 2011) on the logarithmic
 * loss, drawn towards zero: what the dialogues do not teach stays as the utterance alone says it.
 */
final class ContextFit {
    private static final double RATE = 0.1;
    private static final int PASSES = 8;

    private final float[] weights = new float[ContextHead.size()];
    private final float[] squares = new float[ContextHead.size()];
    private final double ridge;

    private ContextFit(double ridge) {
        this.ridge = ridge;
    }

    /**
     * An utterance to learn from.
     *
     * @param answer number of its label
     * @param weight how much it counts
     */
    record Case(Cues cues, int answer, float weight) {}

    /** @param labels how many there are @param ridge how strongly weights are drawn towards zero */
    static float[] weights(List<Case> cases, int labels, double ridge, long seed) {
        ContextFit fit = new ContextFit(ridge);
        Random random = new Random(seed);
        int[] order = new int[cases.size()];
        for (int i = 0; i < order.length; i++) order[i] = i;
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            for (int i : order) fit.step(cases.get(i), labels);
        }
        // A model file keeps 16 bits: rounded here, a model is the same before and after.
        for (int k = 0; k < fit.weights.length; k++)
            fit.weights[k] = Float.float16ToFloat(Float.floatToFloat16(fit.weights[k]));
        return fit.weights;
    }

    private void step(Case example, int labels) {
        SparseVector[] cues = new SparseVector[labels];
        double[] p = new double[labels];
        double highest = Double.NEGATIVE_INFINITY;
        for (int l = 0; l < labels; l++) {
            cues[l] = example.cues().of(l);
            p[l] = score(weights, example.cues(), cues[l], l);
            highest = Math.max(highest, p[l]);
        }
        double sum = 0;
        for (int l = 0; l < labels; l++) sum += p[l] = Math.exp(p[l] - highest);
        for (int l = 0; l < labels; l++) {
            double error = p[l] / sum - (l == example.answer() ? 1 : 0);
            if (Math.abs(error) < 1e-4) continue;
            update(cues[l], error * example.weight());
        }
    }

    private void update(SparseVector cues, double error) {
        for (int k = 0; k < cues.size(); k++) {
            int at = cues.indices()[k];
            double gradient = error * cues.values()[k] + ridge * weights[at];
            squares[at] += (float) (gradient * gradient);
            weights[at] -= (float) (RATE * gradient / Math.sqrt(squares[at] + 1e-8));
        }
    }

    private static double score(float[] weights, Cues of, SparseVector cues, int label) {
        double score = of.alone(label);
        for (int k = 0; k < cues.size(); k++) score += cues.values()[k] * weights[cues.indices()[k]];
        return score;
    }

    /** @return the scores of each label, by weights that had not seen the case */
    static double[] scores(float[] weights, Cues cues, int labels) {
        double[] scores = new double[labels];
        for (int l = 0; l < labels; l++) scores[l] = score(weights, cues, cues.of(l), l);
        return scores;
    }
}
