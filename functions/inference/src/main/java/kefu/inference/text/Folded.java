package kefu.inference.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text with one character for each code point of the original, so that an index into either is a code point's position
 * in the text as it was sent: width folded, traditional characters simplified; what does not fit one character is a mark.
 *
 * @param cased with the letters' case as sent
 * @param lower in lower case
 */
public record Folded(String cased, String lower) {
    private static final char MARK = '\uFFFC';

    /** @param raw the text as sent; of a very long one only the beginning is read */
    public static Folded of(String raw) {
        StringBuilder cased = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        raw.codePoints().limit(Normalise.LONGEST).forEach(c -> {
            char folded = fold(c);
            cased.append(folded);
            String small = String.valueOf(folded).toLowerCase(Locale.ROOT);
            lower.append(small.length() == 1 ? small.charAt(0) : folded);
        });
        return new Folded(cased.toString(), lower.toString());
    }

    private static char fold(int codePoint) {
        if (codePoint < 0x80) return Character.isISOControl(codePoint) ? ' ' : (char) codePoint;
        String folded = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        if (folded.length() != 1)
            return codePoint <= Character.MAX_VALUE && !Character.isSurrogate((char) codePoint)
                    ? (char) codePoint
                    : MARK;
        char c = folded.charAt(0);
        if (c == '’' || c == '‘') return '\'';
        return Character.isSurrogate(c) ? MARK : (char) Simplified.of(c);
    }

    public int length() {
        return lower.length();
    }
}
