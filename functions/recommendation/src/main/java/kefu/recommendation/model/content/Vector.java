package kefu.recommendation.model.content;

import java.util.function.IntToDoubleFunction;

/** A sparse vector of length 1: term numbers, rising, and their weights. Never changed after it was made. */
final class Vector {
    final int[] terms;
    final float[] weights;

    private Vector(int[] terms, float[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /** @param terms rising @param weight of each term before scaling to length 1 */
    static Vector of(int[] terms, IntToDoubleFunction weight) {
        double squares = 0;
        var weights = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            weights[i] = (float) weight.applyAsDouble(terms[i]);
            squares += weights[i] * weights[i];
        }
        var length = (float) Math.sqrt(squares);
        if (length > 0) for (int i = 0; i < weights.length; i++) weights[i] /= length;
        return new Vector(terms, weights);
    }

    /** @return the cosine, in [0, 1] as no weight is negative */
    double dot(Vector other) {
        double sum = 0;
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
            if (terms[i] < other.terms[j]) i++;
            else if (terms[i] > other.terms[j]) j++;
            else sum += weights[i++] * other.weights[j++];
        }
        return Math.min(1, sum);
    }

    float weight(int term) {
        int at = java.util.Arrays.binarySearch(terms, term);
        return at < 0 ? 0 : weights[at];
    }
}
