package kefu.inference.training;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells texts that were read in the wrong encoding, or are no text at all. */
final class Garbled {
    /** UTF-8 that was read as Latin-1 or Windows-1252: a lead byte's letter before a continuation byte's sign. */
    private static final Pattern LATIN = Pattern.compile(
            "(?:[ÃÂ][\\u0080-\\u00BF]|â[\\u0080-\\u0099€™][\\u0080-\\u00BF™œ\\u201C\\u201D\\u02DC\\u2013\\u2014¢]?"
                    + "|[äåæçèé][\\u0080-\\u00BF][\\u0080-\\u00BF])");
    /** UTF-8 replacement characters, and debug memory, that were read as GBK. */
    private static final Pattern GBK = Pattern.compile("锟斤拷|烫烫烫|屯屯屯");

    private static final double MOST_CONTROL = 0.1;

    private Garbled() {}

    /** @return what is wrong with a text */
    static Optional<String> problem(String text) {
        if (text.indexOf('\uFFFD') >= 0)
            return Optional.of("holds replacement characters (\uFFFD): its encoding was lost");
        if (LATIN.matcher(text).find()) return Optional.of("is UTF-8 read as Latin-1");
        if (GBK.matcher(text).find()) return Optional.of("is UTF-8 read as GBK");
        long control = text.chars()
                .filter(c -> Character.isISOControl(c) && !Character.isWhitespace(c))
                .count();
        return control > MOST_CONTROL * text.length() ? Optional.of("is mostly control characters") : Optional.empty();
    }
}
