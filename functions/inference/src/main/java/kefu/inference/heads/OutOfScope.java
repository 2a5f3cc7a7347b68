package kefu.inference.heads;

/**
 * A logistic model of "none of the labels fits" over three signs: the margin of the label trained on such texts, the
 * best margin of the others, and how far that is from the second best.
 *
 * @param weights one for each sign and a bias at the end; not copied
 * @param threshold probability from which a text counts as out of scope
 */
public record OutOfScope(double[] weights, double threshold) {

    /** @param outOfScope index of the label trained on texts out of scope @return the three signs and 1 */
    public static double[] signs(float[] margins, int outOfScope) {
        double best = -1e9;
        double second = -1e9;
        for (int l = 0; l < margins.length; l++) {
            if (l == outOfScope) continue;
            if (margins[l] > best) {
                second = best;
                best = margins[l];
            } else second = Math.max(second, margins[l]);
        }
        return new double[] {margins[outOfScope], best, best - Math.max(second, best - 10), 1};
    }

    public double probability(double[] signs) {
        double z = 0;
        for (int k = 0; k < weights.length; k++) z += weights[k] * signs[k];
        return 1 / (1 + Math.exp(-z));
    }
}
