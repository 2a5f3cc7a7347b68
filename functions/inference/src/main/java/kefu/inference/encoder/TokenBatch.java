package kefu.inference.encoder;

import java.util.Arrays;

/**
 * Token ids of several texts, to be padded to the longest.
 *
 * @param rows token ids, each row from the first token ({@code [CLS]}) to the last ({@code [SEP]}), unpadded; not copied
 */
public record TokenBatch(long[][] rows) {

    public int size() {
        return rows.length;
    }

    /** @return the number of tokens of the longest row */
    public int longest() {
        int longest = 0;
        for (long[] row : rows) longest = Math.max(longest, row.length);
        return longest;
    }

    /** @return whether a row is shorter than another */
    public boolean isPadded() {
        int longest = longest();
        return Arrays.stream(rows).anyMatch(row -> row.length < longest);
    }

    /** @return size × longest ids, row by row, padded with 0 */
    public long[] ids() {
        int width = longest();
        long[] ids = new long[size() * width];
        for (int i = 0; i < size(); i++) System.arraycopy(rows[i], 0, ids, i * width, rows[i].length);
        return ids;
    }

    /** @return size × longest, 1 where there is a token and 0 where there is padding */
    public long[] mask() {
        int width = longest();
        long[] mask = new long[size() * width];
        for (int i = 0; i < size(); i++) Arrays.fill(mask, i * width, i * width + rows[i].length, 1);
        return mask;
    }
}
