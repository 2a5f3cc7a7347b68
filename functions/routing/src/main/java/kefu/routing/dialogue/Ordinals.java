package kefu.routing.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Positions in a list that a customer may name: "the second one", "第二个", "2". */
public final class Ordinals {
    private static final List<Pattern> WORDS = List.of(
            Pattern.compile("\\b(first|1st)\\b|第一|^\\s*1\\s*$"),
            Pattern.compile("\\b(second|2nd)\\b|第二|^\\s*2\\s*$"),
            Pattern.compile("\\b(third|3rd)\\b|第三|^\\s*3\\s*$"),
            Pattern.compile("\\b(fourth|4th)\\b|第四|^\\s*4\\s*$"),
            Pattern.compile("\\b(fifth|5th)\\b|第五|^\\s*5\\s*$"));

    private Ordinals() {}

    /** @return the position, counted from one */
    public static OptionalInt in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < WORDS.size(); i++) if (WORDS.get(i).matcher(lower).find()) return OptionalInt.of(i + 1);
        return OptionalInt.empty();
    }
}
