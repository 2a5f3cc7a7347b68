package kefu.inference.heads;

import java.util.List;

/**
 * One margin for each label: weights times features, plus a bias. Weights of n-grams are kept as bytes with one scale a
 * label, those of the encoder's vector as floats; all are laid out feature by feature, so that a text costs one run over
 * the labels for each of its features.
 */
public final class LinearHead {
    private final List<String> labels;
    private final byte[] ngrams;
    private final float[] scales;
    private final float[] vector;
    private final float[] biases;

    /**
     * @param ngrams n-grams × labels
     * @param scales what a step of a byte is worth, for each label
     * @param vector width × labels; of length 0 without an encoder
     */
    LinearHead(List<String> labels, byte[] ngrams, float[] scales, float[] vector, float[] biases) {
        this.labels = List.copyOf(labels);
        this.ngrams = ngrams;
        this.scales = scales;
        this.vector = vector;
        this.biases = biases;
    }

    /** @param weights (width + n-grams + 1) rows of a weight a label: the vector's, the n-grams', the bias */
    public static LinearHead of(List<String> labels, float[][] weights, int width) {
        int size = labels.size();
        int grams = weights.length - width - 1;
        float[] scales = new float[size];
        for (int f = width; f < width + grams; f++)
            for (int l = 0; l < size; l++) scales[l] = Math.max(scales[l], Math.abs(weights[f][l]) / Byte.MAX_VALUE);
        byte[] bytes = new byte[grams * size];
        for (int f = 0; f < grams; f++)
            for (int l = 0; l < size; l++)
                bytes[f * size + l] = (byte) Math.round(scales[l] == 0 ? 0 : weights[width + f][l] / scales[l]);
        float[] dense = new float[width * size];
        for (int k = 0; k < width; k++)
            for (int l = 0; l < size; l++)
                dense[k * size + l] = Float.float16ToFloat(Float.floatToFloat16(weights[k][l]));
        return new LinearHead(labels, bytes, scales, dense, weights[weights.length - 1].clone());
    }

    public List<String> labels() {
        return labels;
    }

    /** @return the margin of each label, in the order of the labels */
    public float[] margins(Features features) {
        int size = labels.size();
        float[] margins = new float[size];
        SparseVector grams = features.ngrams();
        for (int k = 0; k < grams.size(); k++) {
            float value = grams.values()[k];
            int from = grams.indices()[k] * size;
            for (int l = 0; l < size; l++) margins[l] += value * ngrams[from + l];
        }
        for (int l = 0; l < size; l++) margins[l] = margins[l] * scales[l] + biases[l];
        float[] x = features.vector();
        if (x.length * size != vector.length) throw new IllegalArgumentException("a vector of another encoder");
        for (int k = 0; k < x.length; k++) for (int l = 0; l < size; l++) margins[l] += x[k] * vector[k * size + l];
        return margins;
    }

    byte[] ngrams() {
        return ngrams;
    }

    float[] scales() {
        return scales;
    }

    float[] vector() {
        return vector;
    }

    float[] biases() {
        return biases;
    }
}
