package kefu.inference.entities;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** E-mail addresses, telephone numbers, postcodes. */
final class Contacts {
    private Contacts() {}

    static List<Rule> emails() {
        return List.of(PatternRule.of(
                "email",
                "[\\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})*\\.[a-z]{2,24}",
                m -> Optional.of(m.group())));
    }

    static List<Rule> phones() {
        return List.of(
                phone("(?<![\\w-])(?<v>\\+\\d{1,3}[ -]?(?:\\(?\\d{1,4}\\)?[ -]?){2,5}\\d{2,4})(?!\\w)"),
                phone("(?<![\\w#-])(?<v>1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})(?![\\w-])"),
                phone("(?<![\\w#-])(?<v>\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4})(?![\\w-])"),
                phone("(?<![\\w#-])(?<v>0\\d{2,3}-?\\d{7,8}|[48]00-?\\d{3,4}-?\\d{3,4})(?![\\w-])"),
                phone("(?:phone|call|cell|mobile|tel|电话|手机号?)\\D{0,12}(?<v>\\d[\\d -]{6,14}\\d)(?![\\w-])"));
    }

    private static Rule phone(String pattern) {
        return PatternRule.of("phone", pattern, m -> Optional.of(m.group("v").replaceAll("[^\\d+]", "")));
    }

    /** Postcodes that are called so. */
    static List<Rule> namedPostcodes() {
        String named = "(?:\\bzip(?:\\s?code)?|\\bpost(?:al)?\\s?code|邮编|邮政编码)(?:\\s*(?:is|[:是为]))*\\s*";
        return List.of(postcode(named + "(?<v>\\d{5}-\\d{4}|\\d{4,6}|[a-z]\\w{1,3} ?\\d[a-z]{2})(?!\\w)"));
    }

    /** What looks like a postcode: five digits, or the British or Canadian form. */
    static List<Rule> postcodes() {
        return List.of(
                postcode(
                        "(?<![\\w#$€£¥.,-])(?<v>\\d{5}(?:-\\d{4})?)(?![\\w-]|[.,]\\d|\\s*(?:元|块|dollars|usd|yuan|rmb))"),
                postcode("(?<!\\w)(?<v>[a-z]{1,2}\\d[a-z\\d]? \\d[a-z]{2})(?!\\w)"),
                postcode("(?<!\\w)(?<v>[a-z]\\d[a-z] ?\\d[a-z]\\d)(?!\\w)"));
    }

    private static Rule postcode(String pattern) {
        return PatternRule.of("postcode", pattern, m -> Optional.of(m.group("v").toUpperCase(Locale.ROOT)));
    }
}
