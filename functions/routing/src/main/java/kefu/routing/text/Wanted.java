package kefu.routing.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wanted of a choice: a sentence without what it turns down. */
public final class Wanted {
    /** "I do not want the lamp any more" speaks of the lamp that is to go back: only the choice itself is turned down. */
    private static final Pattern TURNED_DOWN = Pattern.compile(
            "(?i)\\b(?:not(?! want| need)|(?:don't|dont) use|without|except(?: for)?|keep(?:ing)?)\\b.*?(?=\\bbut\\b|[,.;!?]|$)"
                    + "|(?:(?<!是)不是|不用|不想用|不要用|别用|除了)[^,，。；！？]*");

    private Wanted() {}

    /** @return "not the gift card" of "not the gift card, to my Visa" */
    public static String not(String text) {
        return TURNED_DOWN.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    /** @return "to my Visa" of "not the gift card, to my Visa"; nothing of "not the card" */
    public static String of(String text) {
        return TURNED_DOWN.matcher(text).replaceAll(" ").strip();
    }
}
