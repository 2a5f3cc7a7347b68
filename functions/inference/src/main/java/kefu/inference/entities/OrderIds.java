package kefu.inference.entities;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Order numbers of the many shapes shops give them: {@code #W2378156, 7719204, 2024-1190-33, JD0098231776}. */
final class OrderIds {
    private static final String TYPE = "order_id";
    private static final String NAMED =
            "(?:\\border(?:s)?(?:\\s+(?:number|no\\.?|id|nr\\.?|num))?|\\bpo|订单(?:编?号码?)?|单号|运单号?|编号)"
                    + "(?:\\s*(?:is|was|[:#是为]))*\\s*";

    /** What a company pays taxes by is as long as an order's number. */
    private static final String NO_TAX_NUMBER =
            "(?<!(?:\\btax|\\bvat|税号|纳税人识别号|信用代码)(?:[ -]registration)?(?:[ -](?:number|no\\.?|id))?(?: is| was)?[\\s:：是为#]{0,3})";

    private OrderIds() {}

    static List<Rule> rules() {
        return List.of(
                PatternRule.of(TYPE, "(?<![\\w-])(?<v>#?w\\d{6,9})(?!\\w)", m -> Optional.of(hash(m.group("v")))),
                PatternRule.of(TYPE, "(?<![\\w-])(?<v>#\\d[\\d-]{2,18}\\d)(?![\\w-])", m -> Optional.of(m.group("v"))),
                PatternRule.of(
                        TYPE,
                        NAMED + "(?<v>#?[a-z]{0,4}-?\\d[a-z\\d-]{2,22})(?![\\w-])",
                        m -> Optional.of(m.group("v").toUpperCase(Locale.ROOT)).filter(OrderIds::digitsEnough)),
                PatternRule.of(
                        TYPE,
                        NO_TAX_NUMBER + "(?<![\\w-])(?<v>[a-z]{2,4}-?\\d{6,18})(?![\\w-])",
                        m -> Optional.of(m.group("v").toUpperCase(Locale.ROOT))),
                PatternRule.of(
                        TYPE, "(?<![\\w-])(?<v>\\d{4}-\\d{3,8}-\\d{2,4})(?![\\w-])", m -> Optional.of(m.group("v"))),
                PatternRule.of(
                        TYPE,
                        NO_TAX_NUMBER + "(?<![\\w.,$€£¥+-])(?<v>\\d{6,20})(?![\\w-]|[.,]\\d)",
                        m -> Optional.of(m.group("v")).filter(v -> !card(v))));
    }

    private static String hash(String id) {
        return "#" + id.replace("#", "").toUpperCase(Locale.ROOT);
    }

    private static boolean digitsEnough(String id) {
        return id.chars().filter(Character::isDigit).count() >= 4;
    }

    /** A payment card's number (Luhn) is nothing to hand on. */
    private static boolean card(String digits) {
        if (digits.length() < 14 || digits.length() > 19 || "3456".indexOf(digits.charAt(0)) < 0) return false;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2;
        }
        return sum % 10 == 0;
    }
}
