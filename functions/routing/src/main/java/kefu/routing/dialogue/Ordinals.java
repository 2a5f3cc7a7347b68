package kefu.routing.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Positions in a list that a customer may name: "the second one", "第二个", "2". */
public final class Ordinals {
    private static final List<Pattern> WORDS = List.of(
            Pattern.compile("\\b(first|1st)\\b|第一|^\\s*1\\s*$"),
            Pattern.compile("\\b(second|2nd)\\b|第二|^\\s*2\\s*$"),
            Pattern.compile("\\b(third|3rd)\\b|第三|^\\s*3\\s*$"),
            Pattern.compile("\\b(fourth|4th)\\b|第四|^\\s*4\\s*$"),
            Pattern.compile("\\b(fifth|5th)\\b|第五|^\\s*5\\s*$"));

    /** A place and nothing beside it: "it's my first order" names none. */
    private static final Pattern ALONE = Pattern.compile(
            "(?:the |option |number |no\\. ?)?(?:\\d|first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th)(?: one| option)?(?:,? please)?"
                    + "|[选要就]?第[一二三四五][个项]?[吧的]?");

    /** Places in what was shown: "how much is the second one", 第二个怎么样; "my first order" is none. */
    private static final Pattern ONES = Pattern.compile(
            "\\b(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th)(?: (?:one|option)\\b|(?= (?:and|or) the (?:first|second|third|fourth|fifth|last) one))"
                    + "|第[一二三四五][个款种](?!订单|月|问题|包裹|星期|礼拜|客服|人)");

    private static final Pattern LAST =
            Pattern.compile("\\blast (?:one|option)\\b(?! i\\b| my\\b)|最后(?:[一那这][个款种]|面那[个款种])(?!订单|问题|包裹)");

    private Ordinals() {}

    /**
     * @param shown how many stood in the list that was shown
     * @return the positions of what somebody means of it, counted from one, as they are said; none beyond its end
     */
    public static List<Integer> ones(String text, int shown) {
        var lower = text.toLowerCase(Locale.ROOT);
        var said = ONES.matcher(lower).results().toList();
        var places = said.isEmpty()
                ? alone(text).stream().boxed()
                : said.stream().flatMap(one -> in(one.group()).stream().boxed());
        var last = LAST.matcher(lower).find() ? Stream.of(shown) : Stream.<Integer>empty();
        return Stream.concat(places, last)
                .filter(place -> place >= 1 && place <= shown)
                .distinct()
                .toList();
    }

    /** @return the position that is all that was said, counted from one */
    public static OptionalInt alone(String text) {
        var said = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!。！]+$", "");
        if (!ALONE.matcher(said).matches()) return OptionalInt.empty();
        return said.matches(".*\\d") ? OptionalInt.of(said.charAt(said.length() - 1) - '0') : in(said);
    }

    /** @return the position, counted from one */
    public static OptionalInt in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < WORDS.size(); i++) if (WORDS.get(i).matcher(lower).find()) return OptionalInt.of(i + 1);
        return OptionalInt.empty();
    }
}
