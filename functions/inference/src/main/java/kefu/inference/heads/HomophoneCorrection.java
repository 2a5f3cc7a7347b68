package kefu.inference.heads;

import kefu.inference.text.Homophones;

/**
 * Mends Chinese characters typed for others of the same sound: one that goes with neither neighbour, by the pairs that a
 * model knows, becomes one that goes with both. What is not surely a typo stays.
 */
final class HomophoneCorrection {
    /** Same-sounding characters to try, the frequent ones. */
    private static final int ALIKE = 20;

    private final Vocabulary words;

    HomophoneCorrection(Vocabulary words) {
        this.words = words;
    }

    /** @param text normalised @return the text, as long as before */
    String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++)
            out.append(Homophones.syllable(text.charAt(at)) < 0 ? text.charAt(at) : character(text, at, out));
        return out.toString();
    }

    private char character(String text, int at, StringBuilder before) {
        char own = text.charAt(at);
        String left =
                at > 0 && Homophones.syllable(text.charAt(at - 1)) >= 0 ? before.substring(before.length() - 1) : "";
        String right = at + 1 < text.length() && Homophones.syllable(text.charAt(at + 1)) >= 0
                ? text.substring(at + 1, at + 2)
                : "";
        if (left.isEmpty() && right.isEmpty() || fit(left, own, right) > 0) return own;
        int wanted = (left.isEmpty() ? 0 : 1) + (right.isEmpty() ? 0 : 1);
        String alike = Homophones.alike(own);
        for (int k = 0; k < Math.min(ALIKE, alike.length()); k++)
            if (fit(left, alike.charAt(k), right) >= wanted) return alike.charAt(k);
        return own;
    }

    private int fit(String left, char c, String right) {
        int fit = 0;
        if (!left.isEmpty() && words.idf(NGrams.pair(left, String.valueOf(c))) > 0) fit++;
        if (!right.isEmpty() && words.idf(NGrams.pair(String.valueOf(c), right)) > 0) fit++;
        return fit;
    }
}
