package kefu.routing.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kefu.model.understanding.Embedding;

/**
 * The passages of one language by their meaning to one encoder. Every passage is compared: exact, and for some thousand
 * passages faster than a graph. Never changed; thread-safe.
 *
 * <p>Vectors of one encoder share a direction that says nothing (two texts about different things have a cosine of 0.1 to
 * one encoder and of 0.5 to another), so the mean is taken off first. Source: Mu and Viswanath 2018, all-but-the-top.
 */
final class MeaningIndex {
    private final float[] mean;
    private final float[][] vectors;

    /** @param byDigest vectors of this encoder; a passage without one is never found by meaning */
    MeaningIndex(List<Piece> pieces, Map<String, float[]> byDigest) {
        var known = pieces.stream().map(piece -> byDigest.get(piece.digest())).toList();
        mean = mean(known);
        vectors = known.stream()
                .map(vector -> vector == null || vector.length != mean.length ? null : centred(vector))
                .toArray(float[][]::new);
    }

    /** @return a score in [0, 1] for each passage, in the order of the index; NaN where its meaning is not known (yet) */
    double[] scores(Embedding question) {
        var scores = new double[vectors.length];
        Arrays.fill(scores, Double.NaN);
        if (question.dimensions() != mean.length || mean.length == 0) return scores;
        var asked = new float[mean.length];
        for (int i = 0; i < asked.length; i++) asked[i] = question.vector().get(i);
        asked = centred(asked);
        for (int i = 0; i < scores.length; i++)
            if (vectors[i] != null) scores[i] = Math.clamp(dot(asked, vectors[i]), 0, 1);
        return scores;
    }

    private static float[] mean(List<float[]> vectors) {
        int width = vectors.stream()
                .filter(v -> v != null)
                .mapToInt(v -> v.length)
                .findFirst()
                .orElse(0);
        var mean = new float[width];
        int count = 0;
        for (var vector : vectors) {
            if (vector == null || vector.length != width) continue;
            count++;
            for (int i = 0; i < width; i++) mean[i] += vector[i];
        }
        // Of a few passages the mean is mostly what they are about.
        if (count < 8) return new float[width];
        for (int i = 0; i < width; i++) mean[i] /= count;
        return mean;
    }

    private float[] centred(float[] vector) {
        var centred = new float[vector.length];
        for (int i = 0; i < vector.length; i++) centred[i] = vector[i] - mean[i];
        float length = (float) Math.sqrt(dot(centred, centred));
        if (length > 0) for (int i = 0; i < centred.length; i++) centred[i] /= length;
        return centred;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
