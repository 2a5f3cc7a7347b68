package kefu.inference.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings a text into the one form that everything behind it reads: compatibility forms and width folded (NFKC), control
 * and invisible characters gone, traditional characters simplified, lower case, single spaces, curly quotes straight.
 * Done once for each text and nowhere else.
 */
public final class Normalise {
    /** What is read of a text, in characters; the rest says nothing new about what its writer wants. */
    public static final int LONGEST = 4_000;

    private Normalise() {}

    /** @param raw any text, of any length @return its normalised form, perhaps empty */
    public static String text(String raw) {
        String cut = raw.length() > LONGEST
                ? raw.substring(0, Character.isHighSurrogate(raw.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST)
                : raw;
        String folded = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> append(out, c));
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') end--;
        return out.substring(0, end);
    }

    private static void append(StringBuilder out, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) space(out);
        else if (invisible(c)) return;
        else out.appendCodePoint(plain(Simplified.of(c)));
    }

    private static void space(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> c >= 0xFE00 && c <= 0xFE0F; // variation selectors, as after an emoji
        };
    }

    private static int plain(int c) {
        return switch (c) {
            case '‘', '’', '`', '´' -> '\'';
            case '“', '”', '「', '」', '『', '』' -> '"';
            case '–', '—', '−' -> '-';
            case '。' -> '.';
            case '、' -> ',';
            default -> c;
        };
    }
}
