package kefu.inference.encoder;

/** How the vectors of a text's tokens become one. */
public enum Pooling {
    /** The mean over all tokens, as sentence-transformers' MiniLM was trained. */
    MEAN,
    /** The first token's, as BGE was trained. */
    FIRST;

    /**
     * @param hidden rows × longest × width, as the last layer gives it
     * @return a vector of unit length for each row
     */
    public float[][] of(float[] hidden, TokenBatch batch, int width) {
        int longest = batch.longest();
        float[][] vectors = new float[batch.size()][width];
        for (int i = 0; i < vectors.length; i++) {
            int tokens = this == FIRST ? 1 : batch.rows()[i].length;
            for (int t = 0; t < tokens; t++) {
                int from = (i * longest + t) * width;
                for (int k = 0; k < width; k++) vectors[i][k] += hidden[from + k];
            }
            unit(vectors[i]);
        }
        return vectors;
    }

    /** @param flat rows of vectors, one after the other @return each at unit length */
    static float[][] units(float[] flat, int rows) {
        int width = flat.length / rows;
        float[][] vectors = new float[rows][];
        for (int i = 0; i < rows; i++) {
            vectors[i] = java.util.Arrays.copyOfRange(flat, i * width, (i + 1) * width);
            unit(vectors[i]);
        }
        return vectors;
    }

    private static void unit(float[] vector) {
        double squares = 0;
        for (float v : vector) squares += v * v;
        float scale = (float) (1 / Math.max(Math.sqrt(squares), 1e-12));
        for (int k = 0; k < vector.length; k++) vector[k] *= scale;
    }
}
