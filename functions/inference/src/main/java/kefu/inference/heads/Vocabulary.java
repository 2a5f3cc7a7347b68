package kefu.inference.heads;

import java.util.Arrays;
import java.util.List;

/**
 * The n-grams a model knows, each with a number and a weight that falls with the share of texts it is in. Weighting:
 * (1 + ln tf) · idf to the power of the rarity, then unit length (Salton and Buckley 1988, where the rarity is 1). Those
 * seen in fewer than a given number of texts are left out. Immutable.
 */
public final class Vocabulary {
    private final int[] hashes;
    private final float[] idf;
    private final float rarity;
    private final float[] weights;
    private final int[] slots;
    private final int mask;

    /**
     * @param hashes of the n-grams, in the order of their numbers
     * @param idf of each, one plus the logarithm of the inverse share of texts that have it
     * @param rarity how much that counts: not at all with 0, as it is with 1
     */
    Vocabulary(int[] hashes, float[] idf, float rarity) {
        this.hashes = hashes;
        this.idf = idf;
        this.rarity = rarity;
        this.weights = idf.clone();
        if (rarity != 1) for (int i = 0; i < weights.length; i++) weights[i] = (float) Math.pow(idf[i], rarity);
        int capacity = Integer.highestOneBit(Math.max(8, hashes.length * 2) - 1) << 1;
        this.mask = capacity - 1;
        this.slots = new int[capacity];
        for (int i = 0; i < hashes.length; i++) slots[free(hashes[i])] = i + 1;
    }

    /**
     * @param texts the n-grams of each text
     * @param seen in how many texts an n-gram has to be at least
     * @param most n-grams to know; where there are more, rarer ones are left out too
     */
    public static Vocabulary of(List<int[]> texts, int seen, int most) {
        int[] all = texts.stream()
                .parallel()
                .flatMapToInt(text -> Arrays.stream(text).distinct())
                .toArray();
        Arrays.parallelSort(all);
        int least = seen;
        while (known(all, least) > most) least++;
        int[] kept = new int[known(all, least)];
        float[] idf = new float[kept.length];
        int n = 0;
        for (int from = 0; from < all.length; ) {
            int to = end(all, from);
            if (to - from >= least) {
                kept[n] = all[from];
                idf[n++] = half(Math.log((1.0 + texts.size()) / (1 + to - from)) + 1);
            }
            from = to;
        }
        return new Vocabulary(kept, idf, 1);
    }

    /** @return the same n-grams, of whose rarity this much counts */
    Vocabulary withRarity(float rarity) {
        return rarity == this.rarity ? this : new Vocabulary(hashes, idf, rarity);
    }

    private static int known(int[] sorted, int least) {
        int n = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from);
            if (to - from >= least) n++;
            from = to;
        }
        return n;
    }

    private static int end(int[] sorted, int from) {
        int to = from;
        while (to < sorted.length && sorted[to] == sorted[from]) to++;
        return to;
    }

    /** A model file keeps 16 bits: rounded here, a model is the same before and after. */
    private static float half(double value) {
        return Float.float16ToFloat(Float.floatToFloat16((float) value));
    }

    public int size() {
        return hashes.length;
    }

    /** @return the known n-grams of a text, weighted, of unit length; empty where none is known */
    public SparseVector vector(int[] text) {
        int[] known = new int[text.length];
        int n = 0;
        for (int hash : text) {
            int i = index(hash);
            if (i >= 0) known[n++] = i;
        }
        Arrays.sort(known, 0, n);
        int[] indices = new int[n];
        float[] values = new float[n];
        int size = 0;
        double squares = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && known[to] == known[from]) to++;
            float value = (float) (1 + Math.log(to - from)) * weights[known[from]];
            indices[size] = known[from];
            values[size++] = value;
            squares += value * value;
            from = to;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < size; i++) values[i] *= scale;
        return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    /** @return the smaller the more frequent an n-gram is; 0 for one that is not known */
    float idf(int hash) {
        int i = index(hash);
        return i < 0 ? 0 : idf[i];
    }

    private int index(int hash) {
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            if (slots[slot] == 0) return -1;
            if (hashes[slots[slot] - 1] == hash) return slots[slot] - 1;
        }
    }

    private int free(int hash) {
        int slot = hash & mask;
        while (slots[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }

    int[] hashes() {
        return hashes;
    }

    float[] idf() {
        return idf;
    }

    float rarity() {
        return rarity;
    }
}
