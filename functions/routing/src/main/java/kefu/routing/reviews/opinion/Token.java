package kefu.routing.reviews.opinion;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kefu.routing.text.Simplified;

/**
 * A word, or a single Chinese character.
 *
 * @param form as it is compared: lower case, simplified, singular; a mark for what divides sentences
 * @param start where it begins in the text
 * @param end where it ends there
 */
record Token(String form, int start, int end, Kind kind) {
    enum Kind {
        WORD,
        /** Ends a clause: a comma. */
        PAUSE,
        /** Ends a sentence. */
        STOP
    }

    static List<Token> of(String text) {
        var plain = plain(text);
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < plain.length()) {
            char c = plain.charAt(i);
            int start = i++;
            if (Character.isIdeographic(c)) tokens.add(new Token(String.valueOf(c), start, i, Kind.WORD));
            else if (isWord(c)) {
                while (i < plain.length() && continues(plain, i)) i++;
                tokens.add(new Token(form(plain.substring(start, i)), start, i, Kind.WORD));
            } else if (isStop(plain, start)) tokens.add(new Token(String.valueOf(c), start, i, Kind.STOP));
            else if (isPause(plain, start)) tokens.add(new Token(String.valueOf(c), start, i, Kind.PAUSE));
        }
        return tokens;
    }

    /** One for one, so that positions stay: full width, case and traditional characters. */
    private static String plain(String text) {
        var chars = Simplified.of(text).toLowerCase(Locale.ROOT).toCharArray();
        if (chars.length != text.length()) chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == '’' || chars[i] == '‘') chars[i] = '\'';
            else if (chars[i] >= '！' && chars[i] <= '～') chars[i] = (char) (chars[i] - '！' + '!');
        }
        return new String(chars);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean continues(String text, int i) {
        char c = text.charAt(i);
        if (Character.isIdeographic(c)) return false;
        if (isWord(c)) return true;
        boolean between =
                i + 1 < text.length() && isWord(text.charAt(i + 1)) && !Character.isIdeographic(text.charAt(i + 1));
        return between && (c == '\'' || c == '-' || (c == '.' && Character.isDigit(text.charAt(i + 1))));
    }

    private static boolean isStop(String text, int i) {
        return switch (text.charAt(i)) {
            case '。', '!', '?', '\n', '…', ';' -> true;
            case '.' ->
                i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)) || text.charAt(i + 1) == '.';
            default -> false;
        };
    }

    private static boolean isPause(String text, int i) {
        return switch (text.charAt(i)) {
            case ',', ':', '(', ')', '—', '–', '~' -> true;
            case '-' -> i > 0 && Character.isWhitespace(text.charAt(i - 1));
            default -> false;
        };
    }

    /** Singular, without a genitive; every way to say not is one. */
    static String form(String word) {
        var form = Normalizer.normalize(word, Normalizer.Form.NFKC);
        if (form.endsWith("n't")) return "not";
        if (form.endsWith("'s")) form = form.substring(0, form.length() - 2);
        if (form.length() > 4 && form.endsWith("ies")) return form.substring(0, form.length() - 3) + "y";
        if (form.length() > 3
                && form.endsWith("s")
                && !form.endsWith("ss")
                && !form.endsWith("us")
                && !form.endsWith("is")) return form.substring(0, form.length() - 1);
        return form;
    }
}
