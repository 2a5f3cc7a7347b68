package kefu.inference.text;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the words that a mistyped one may have been. Each word is filed under what is left of its beginning when up to
 * two letters are left out; whoever asks leaves letters out in the same way (SymSpell, Garbe 2012). What is found shares
 * such a rest, which is a little more than all words two edits away: the caller weighs them. Immutable.
 */
public final class WordIndex {
    /** Letters of a word that are filed; the rest of it is left to the caller. */
    private static final int BEGINNING = 7;

    /** Of a beginning: none, one, or two of its letters left out. */
    private static final int MOST_RESTS = 1 + BEGINNING + BEGINNING * (BEGINNING - 1) / 2;

    private static final int SHORT = 3;
    private static final int BUCKET_BITS = 16;

    private final String[] words;
    /** Hash of a rest in the upper half, number of a word in the lower, sorted. */
    private final long[] entries;

    private final int[] buckets;

    /** @param words each of letters alone */
    public WordIndex(List<String> words) {
        this.words = words.toArray(String[]::new);
        long[] filed = new long[this.words.length * MOST_RESTS];
        int size = 0;
        for (int w = 0; w < this.words.length; w++) {
            for (int rest : rests(this.words[w], 2)) filed[size++] = (long) rest << 32 | w;
        }
        this.entries = Arrays.copyOf(filed, size);
        Arrays.parallelSort(entries);
        this.buckets = new int[(1 << BUCKET_BITS) + 1];
        for (long entry : entries) buckets[bucket((int) (entry >> 32)) + 1]++;
        for (int b = 0; b < 1 << BUCKET_BITS; b++) buckets[b + 1] += buckets[b];
    }

    /**
     * @param most letters to leave out, one or two
     * @return numbers, ascending, of the words that share a rest with the typed one and are at most two letters longer or
     *     shorter
     */
    public int[] near(String typed, int most) {
        int[] found = new int[64];
        int size = 0;
        for (int rest : rests(typed, most)) {
            int bucket = bucket(rest);
            for (int e = buckets[bucket]; e < buckets[bucket + 1]; e++) {
                if ((int) (entries[e] >> 32) != rest) continue;
                if (Math.abs(words[(int) entries[e]].length() - typed.length()) > 2) continue;
                if (size == found.length) found = Arrays.copyOf(found, size * 2);
                found[size++] = (int) entries[e];
            }
        }
        Arrays.sort(found, 0, size);
        int distinct = 0;
        for (int f = 0; f < size; f++) if (f == 0 || found[f] != found[f - 1]) found[distinct++] = found[f];
        return Arrays.copyOf(found, distinct);
    }

    /** @return hashes of the word's beginning with none, one or two letters left out, of short words one at most */
    private static int[] rests(String word, int most) {
        int length = Math.min(word.length(), BEGINNING);
        int[] rests = new int[1 + length + length * (length - 1) / 2];
        int size = 0;
        rests[size++] = hash(word, length, -1, -1);
        for (int i = 0; i < length; i++) {
            if (length > 1) rests[size++] = hash(word, length, i, -1);
            if (most > 1 && length > SHORT)
                for (int j = i + 1; j < length; j++) rests[size++] = hash(word, length, i, j);
        }
        Arrays.sort(rests, 0, size);
        int distinct = 0;
        for (int r = 0; r < size; r++) if (r == 0 || rests[r] != rests[r - 1]) rests[distinct++] = rests[r];
        return Arrays.copyOf(rests, distinct);
    }

    private static int hash(String word, int length, int without, int norThis) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < length; i++) if (i != without && i != norThis) hash = (hash ^ word.charAt(i)) * 0x01000193;
        hash = (hash ^ (hash >>> 16)) * 0x7FEB352D;
        return hash ^ (hash >>> 15);
    }

    private static int bucket(int hash) {
        return (hash >> 32 - BUCKET_BITS) + (1 << BUCKET_BITS - 1);
    }
}
