package kefu.chassis.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** Masks personal data in text that leaves the conversation: e-mails, phone and card numbers, resident ids. */
public final class Masking {
    private record Rule(Pattern pattern, String mask) {}

    /** Longer shapes come first: a card number holds a phone number. Order numbers are no personal data and stay. */
    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+"), "[email]"),
            new Rule(Pattern.compile("(?<![\\w#-])\\d{17}[\\dXx](?![\\w-])"), "[id]"),
            new Rule(Pattern.compile("(?<![\\w#-])(?:\\d{4}[ -]?){3}\\d{3,7}(?![\\w-])"), "[card]"),
            new Rule(
                    Pattern.compile("(?<![\\w#-])\\+\\d{1,3}[ -]?(?:\\(?\\d{1,4}\\)?[ -]?){2,5}\\d{2,4}(?!\\w)"),
                    "[phone]"),
            new Rule(Pattern.compile("(?<![\\w#-])1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\w)"), "[phone]"),
            new Rule(Pattern.compile("(?<![\\w#-])\\(?\\d{3}\\)?[ -]\\d{3}[ -]\\d{4}(?!\\w)"), "[phone]"));

    private Masking() {}

    /** @return the text with personal data replaced by its kind in brackets; null stays null */
    public static String mask(String text) {
        if (text == null) return null;
        for (var rule : RULES) text = rule.pattern().matcher(text).replaceAll(rule.mask());
        return text;
    }
}
