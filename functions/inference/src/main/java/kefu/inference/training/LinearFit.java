package kefu.inference.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kefu.inference.heads.Features;

/**
 * Fits one linear classifier a label against all others, with squared hinge loss, by dual coordinate descent (Hsieh et
 * al. 2008). Weights of all labels lie side by side, so that one pass over an example's features serves every label;
 * threads share the labels, which do not depend on each other: the result is the same on any number of threads.
 */
final class LinearFit {
    /**
     * @param cost how much a violated margin counts beside small weights
     * @param passes over all examples
     * @param threads to use at most
     */
    record Settings(double cost, int passes, long seed, int threads) {}

    private final List<Features> examples;
    private final int[] answers;
    private final int width;
    private final int rows;
    private final Settings settings;
    private final float[] squares;
    private final float diagonal;

    private LinearFit(List<Features> examples, int[] answers, int ngrams, Settings settings) {
        this.examples = examples;
        this.answers = answers;
        this.width = examples.getFirst().vector().length;
        this.rows = width + ngrams + 1;
        this.settings = settings;
        this.squares = new float[answers.length];
        this.diagonal = (float) (1 / (2 * settings.cost()));
        for (int i = 0; i < squares.length; i++) squares[i] = square(examples.get(i));
    }

    /**
     * @param answers the number of each example's label
     * @param labels how many there are
     * @param ngrams how many n-grams the features may hold
     * @return a row of one weight a label for each component of the vector, each n-gram, and the bias
     */
    static float[][] weights(List<Features> examples, int[] answers, int labels, int ngrams, Settings settings) {
        LinearFit fit = new LinearFit(examples, answers, ngrams, settings);
        int share = Math.ceilDiv(labels, Math.max(1, settings.threads()));
        List<Thread> threads = new ArrayList<>();
        float[][] all = new float[fit.rows][labels];
        for (int from = 0; from < labels; from += share) {
            int first = from;
            int count = Math.min(share, labels - from);
            threads.add(Thread.ofPlatform().start(() -> fit.some(first, count, all)));
        }
        for (Thread thread : threads) join(thread);
        return all;
    }

    private void some(int first, int count, float[][] all) {
        float[][] weights = new float[rows][count];
        float[][] alphas = new float[answers.length][count];
        Random random = new Random(settings.seed());
        int[] order = new int[answers.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        for (int pass = 0; pass < settings.passes(); pass++) {
            shuffle(order, random);
            for (int i : order) step(i, first, weights, alphas[i]);
        }
        for (int r = 0; r < rows; r++) System.arraycopy(weights[r], 0, all[r], first, count);
    }

    private void step(int i, int first, float[][] weights, float[] alphas) {
        float inverse = 1 / (squares[i] + diagonal);
        float[] change = margins(examples.get(i), weights);
        boolean any = false;
        for (int l = 0; l < change.length; l++) {
            float sign = answers[i] == first + l ? 1 : -1;
            float gradient = sign * change[l] - 1 + diagonal * alphas[l];
            float moved = Math.max(0, alphas[l] - gradient * inverse);
            change[l] = (moved - alphas[l]) * sign;
            any |= moved != alphas[l];
            alphas[l] = moved;
        }
        if (any) add(examples.get(i), change, weights);
    }

    private float[] margins(Features example, float[][] weights) {
        float[] margins = weights[rows - 1].clone();
        float[] vector = example.vector();
        for (int k = 0; k < width; k++) add(vector[k], weights[k], margins);
        int[] indices = example.ngrams().indices();
        for (int k = 0; k < indices.length; k++)
            add(example.ngrams().values()[k], weights[width + indices[k]], margins);
        return margins;
    }

    private void add(Features example, float[] change, float[][] weights) {
        add(1, change, weights[rows - 1]);
        float[] vector = example.vector();
        for (int k = 0; k < width; k++) add(vector[k], change, weights[k]);
        int[] indices = example.ngrams().indices();
        for (int k = 0; k < indices.length; k++) add(example.ngrams().values()[k], change, weights[width + indices[k]]);
    }

    private static void add(float times, float[] x, float[] to) {
        for (int l = 0; l < to.length; l++) to[l] += times * x[l];
    }

    private static float square(Features example) {
        float sum = 1;
        for (float v : example.vector()) sum += v * v;
        for (float v : example.ngrams().values()) sum += v * v;
        return sum;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        }
    }
}
