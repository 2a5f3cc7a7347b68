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

    /** A place and nothing beside it: "it's my first order" names none. */
    private static final Pattern ALONE = Pattern.compile(
            "(?:the |option |number |no\\. ?)?(?:\\d|first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th)(?: one| option)?(?:,? please)?"
                    + "|[选要就]?第[一二三四五][个项]?[吧的]?");

    /** Places in what was shown: "how much is the second one", 第二个怎么样; "my first order" is none. */
    private static final Pattern ONES = Pattern.compile(
            "\\b(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th)(?: (?:one|option)\\b|(?= (?:and|or) the (?:first|second|third|fourth|fifth) one))"
                    + "|第[一二三四五][个款种](?!订单|月|问题|包裹|星期|礼拜|客服|人)");

    private Ordinals() {}

    /** @return the positions of what somebody means of a list that was shown, counted from one, as they are said */
    public static List<Integer> ones(String text) {
        var said = ONES.matcher(text.toLowerCase(Locale.ROOT)).results().toList();
        if (said.isEmpty()) return alone(text).stream().boxed().toList();
        return said.stream().flatMap(one -> in(one.group()).stream().boxed()).toList();
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
