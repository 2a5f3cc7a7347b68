package kefu.inference.heads;

import kefu.inference.text.EnglishWords;
import kefu.inference.text.Sounds;

/**
 * Mends typos by what a model knows: a Latin word that is none becomes the most frequent known word that is one letter
 * away (left out, doubled, swapped or another), and a Chinese character that goes with neither neighbour becomes one of
 * the same sound that goes with both. What is not surely a typo stays.
 */
final class Repair {
    private static final int SHORTEST = 4;
    /** What is longer is no word that somebody mistyped, and has too many neighbours to try. */
    private static final int LONGEST = 24;
    /** Same-sounding characters to try, the frequent ones. */
    private static final int ALIKE = 20;

    private final Vocabulary words;

    Repair(Vocabulary words) {
        this.words = words;
    }

    /** @param text normalised @return the text with what surely is a typo mended */
    String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && letter(text.charAt(end))) end++;
            if (end > i) out.append(word(text.substring(i, end)));
            else out.append(Sounds.of(text.charAt(end)) < 0 ? text.charAt(end) : character(text, end, out));
            i = Math.max(end, i + 1);
        }
        return out.toString();
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c == '\'';
    }

    private String word(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST) return word;
        if (words.weight(NGrams.word(word)) > 0 || EnglishWords.known(word)) return word;
        Best best = new Best(word);
        for (int i = 0; i <= word.length(); i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            if (!tail.isEmpty()) best.hear(head + tail.substring(1));
            if (tail.length() > 1) best.hear(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
            for (char c = 'a'; c <= 'z'; c++) {
                best.hear(head + c + tail);
                if (!tail.isEmpty()) best.hear(head + c + tail.substring(1));
            }
        }
        return best.word;
    }

    private final class Best {
        private String word;
        private float weight = Float.MAX_VALUE;

        Best(String word) {
            this.word = word;
        }

        /** The frequent ones have small weights. */
        void hear(String candidate) {
            float found = candidate.length() < SHORTEST - 1 ? 0 : words.weight(NGrams.word(candidate));
            if (found > 0 && found < weight) {
                weight = found;
                word = candidate;
            }
        }
    }

    private char character(String text, int at, StringBuilder before) {
        char own = text.charAt(at);
        String left = at > 0 && Sounds.of(text.charAt(at - 1)) >= 0 ? before.substring(before.length() - 1) : "";
        String right =
                at + 1 < text.length() && Sounds.of(text.charAt(at + 1)) >= 0 ? text.substring(at + 1, at + 2) : "";
        if (left.isEmpty() && right.isEmpty() || fit(left, own, right) > 0) return own;
        int wanted = (left.isEmpty() ? 0 : 1) + (right.isEmpty() ? 0 : 1);
        String alike = Sounds.alike(own);
        for (int k = 0; k < Math.min(ALIKE, alike.length()); k++)
            if (fit(left, alike.charAt(k), right) >= wanted) return alike.charAt(k);
        return own;
    }

    private int fit(String left, char c, String right) {
        int fit = 0;
        if (!left.isEmpty() && words.weight(NGrams.pair(left, String.valueOf(c))) > 0) fit++;
        if (!right.isEmpty() && words.weight(NGrams.pair(String.valueOf(c), right)) > 0) fit++;
        return fit;
    }
}
