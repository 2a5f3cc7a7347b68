package kefu.inference.text;

import java.util.Arrays;

/**
 * How a word comes to be typed otherwise than it was meant: letters left out, put in, swapped, or hit beside, those next
 * to each other on a keyboard most of all. The channel of a noisy-channel spelling correction (Kernighan, Church and Gale
 * 1990) with the alignment of Damerau and Levenshtein.
 */
public final class Mistyping {
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final int SIGNS = 27;
    private static final int LONGEST = 24;
    /** Of four ways to go wrong each is as likely. */
    private static final double WAYS = 4;
    /** Share of slips that hit another letter of the row, the letter itself, one above or below, and any other. */
    private static final double[] SHARES = {0.7, 0.1, 0.1, 0.1};

    private static final double[][] SLIPS = slips();

    private final double right;
    private final double wrong;

    /** @param share of letters that go wrong, in (0, 1) */
    public Mistyping(double share) {
        this.right = Math.log(1 - share);
        this.wrong = Math.log(share / WAYS);
    }

    /** @return the logarithm of the probability that a word is typed as it is meant */
    public double right(String word) {
        return word.length() * right;
    }

    /**
     * @param meant not empty
     * @param least what is less likely than this need not be told
     * @return the logarithm of the probability that this is typed where that is meant, by the likeliest alignment
     */
    public double of(String typed, String meant, double least) {
        int n = meant.length();
        int m = typed.length();
        if (n > LONGEST || m > LONGEST || Math.abs(n - m) * wrong < least) return Double.NEGATIVE_INFINITY;
        double[] before = new double[m + 1];
        double[] last = new double[m + 1];
        double[] own = new double[m + 1];
        Arrays.fill(last, Double.NEGATIVE_INFINITY);
        last[0] = 0;
        if (m > 0) last[1] = wrong + slip(meant.charAt(0), typed.charAt(0));
        for (int i = 1; i <= n; i++) {
            char a = meant.charAt(i - 1);
            own[0] = last[0] + wrong;
            double likeliest = own[0];
            for (int j = 1; j <= m; j++) {
                char b = typed.charAt(j - 1);
                double best = a == b ? last[j - 1] + right : last[j - 1] + wrong + slip(a, b);
                best = Math.max(best, last[j] + wrong);
                best = Math.max(best, own[j - 1] + wrong + slip(a, b));
                if (i > 1 && j > 1 && a == typed.charAt(j - 2) && b == meant.charAt(i - 2) && a != b)
                    best = Math.max(best, before[j - 2] + wrong);
                own[j] = best;
                likeliest = Math.max(likeliest, best);
            }
            if (likeliest < least && i > 1 && likeliest(last) < least) return Double.NEGATIVE_INFINITY;
            double[] spare = before;
            before = last;
            last = own;
            own = spare;
        }
        return last[m];
    }

    private static double likeliest(double[] row) {
        double likeliest = Double.NEGATIVE_INFINITY;
        for (double value : row) likeliest = Math.max(likeliest, value);
        return likeliest;
    }

    private static double slip(char from, char to) {
        return SLIPS[sign(from)][sign(to)];
    }

    private static int sign(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' : SIGNS - 1;
    }

    private static double[][] slips() {
        double[][] slips = new double[SIGNS][SIGNS];
        for (double[] row : slips) Arrays.fill(row, SHARES[3] / SIGNS);
        for (int r = 0; r < ROWS.length; r++)
            for (int k = 0; k < ROWS[r].length(); k++) {
                int own = sign(ROWS[r].charAt(k));
                boolean edge = k == 0 || k == ROWS[r].length() - 1;
                slips[own][own] += SHARES[1];
                add(slips[own], ROWS[r], k - 1, SHARES[0] / (edge ? 1 : 2));
                add(slips[own], ROWS[r], k + 1, SHARES[0] / (edge ? 1 : 2));
                if (r > 0) add(slips[own], ROWS[r - 1], k, SHARES[2] / 4);
                if (r > 0) add(slips[own], ROWS[r - 1], k + 1, SHARES[2] / 4);
                if (r + 1 < ROWS.length) add(slips[own], ROWS[r + 1], k, SHARES[2] / 4);
                if (r + 1 < ROWS.length) add(slips[own], ROWS[r + 1], k - 1, SHARES[2] / 4);
            }
        for (double[] row : slips) for (int k = 0; k < SIGNS; k++) row[k] = Math.log(row[k]);
        return slips;
    }

    private static void add(double[] slips, String row, int k, double share) {
        if (k >= 0 && k < row.length()) slips[sign(row.charAt(k))] += share;
    }
}
