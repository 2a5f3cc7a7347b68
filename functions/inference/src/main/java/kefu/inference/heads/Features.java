package kefu.inference.heads;

/**
 * What a head sees of a text.
 *
 * @param ngrams known n-grams of all views, numbered one view after the other
 * @param vector the encoder's, times the weight it has in this model; of length 0 without an encoder; not copied
 */
public record Features(SparseVector ngrams, float[] vector) {
    private static final float[] NONE = {};

    /** @return the same n-grams with no vector beside them */
    public Features alone() {
        return new Features(ngrams, NONE);
    }
}
