package kefu.inference.encoder;

/**
 * What the weights of a BERT encoder do not say themselves.
 *
 * @param heads attention heads of each layer
 * @param epsilon what keeps layer norms from dividing by zero
 * @param firstPosition number of the first token's position: 0 for BERT, 2 for RoBERTa
 * @param positions tokens that a text may have
 */
public record BertShape(int heads, float epsilon, int firstPosition, int positions) {
    static final int USUAL_POSITIONS = 512;
    private static final float USUAL_EPSILON = 1e-12f;

    /** The shape of BERT itself. */
    static BertShape usual(int heads) {
        return new BertShape(heads, USUAL_EPSILON, 0, USUAL_POSITIONS);
    }
}
