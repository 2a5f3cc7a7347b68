package kefu.inference.heads;

import java.util.Optional;

/**
 * Makes probabilities of margins.
 *
 * @param temperature by which margins are divided before the softmax (Guo et al. 2017)
 * @param outOfScope how a text that none of the labels fits is told; empty where a model knows no such texts
 */
public record Calibration(double temperature, Optional<OutOfScope> outOfScope) {

    /** @param outOfScope index of the label left out, negative for none @return probabilities of the others, summing to 1 */
    public double[] softmax(float[] margins, int outOfScope) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int l = 0; l < margins.length; l++) if (l != outOfScope) highest = Math.max(highest, margins[l]);
        double[] p = new double[margins.length];
        double sum = 0;
        for (int l = 0; l < margins.length; l++)
            if (l != outOfScope) sum += p[l] = Math.exp((margins[l] - highest) / temperature);
        for (int l = 0; l < margins.length; l++) p[l] /= sum;
        return p;
    }
}
