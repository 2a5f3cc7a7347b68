package kefu.inference.entities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Money ({@code 39.90 CNY}), quantities ({@code 3}) and ordinals ({@code 2}, {@code -1} for the last). */
final class Amounts {
    private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,9}(?:\\.\\d{1,2})?";
    private static final Map<String, String> SIGNS =
            Map.of("$", "USD", "us$", "USD", "€", "EUR", "£", "GBP", "¥", "CNY", "rmb", "CNY");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("dollar", "USD"),
            Map.entry("buck", "USD"),
            Map.entry("usd", "USD"),
            Map.entry("euro", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("pound", "GBP"),
            Map.entry("gbp", "GBP"),
            Map.entry("quid", "GBP"),
            Map.entry("rmb", "CNY"),
            Map.entry("cny", "CNY"),
            Map.entry("yuan", "CNY"),
            Map.entry("元", "CNY"),
            Map.entry("块", "CNY"),
            Map.entry("块钱", "CNY"),
            Map.entry("人民币", "CNY"),
            Map.entry("美元", "USD"),
            Map.entry("美金", "USD"),
            Map.entry("欧元", "EUR"));
    private static final String ENGLISH_UNITS = "dollars?|bucks?|usd|euros?|eur|pounds?|gbp|quid|rmb|cny|yuan";
    private static final String CHINESE_UNITS = "人民币|美元|美金|欧元|元|块钱|块(?![一-龥]?\\d)";
    private static final String MEASURES = "件|双|条|只|台|本|盒|瓶|箱|包|套|张|支|袋|份|罐|对|把|副|盏|块";
    private static final String GOODS =
            "pcs|pieces?|pairs?|items?|units?|boxes|box|bottles?|packs?|bags?|sets?|copies|cans?|of (?:them|those|these|it)";
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Amounts() {}

    static List<Rule> money() {
        return List.of(
                PatternRule.of(
                        "money",
                        "(?<v>(?<s>us\\$|[$€£¥]|\\brmb ?)\\s?(?<n>" + NUMBER + "))(?!\\d)",
                        m -> money(m.group("n"), SIGNS.get(m.group("s").strip()))),
                PatternRule.of(
                        "money",
                        "(?<![\\w.])(?<v>(?<n>" + NUMBER + ")\\s?(?<u>" + ENGLISH_UNITS + "))(?![a-z])",
                        m -> money(m.group("n"), UNITS.get(m.group("u").replaceAll("(?<=[a-z]{3})s$", "")))),
                PatternRule.of(
                        "money",
                        "(?<![\\d.])(?<v>(?<n>\\d{1,9})块(?<t>\\d))(?!\\d)",
                        m -> money(m.group("n") + "." + m.group("t"), "CNY")),
                PatternRule.of(
                        "money",
                        "(?<![\\d.])(?<v>(?<n>" + NUMBER + "|" + Numerals.CHINESE + ")(?<u>" + CHINESE_UNITS + "))",
                        m -> money(m.group("n"), UNITS.get(m.group("u")))));
    }

    private static Optional<String> money(String number, String currency) {
        return Numerals.read(number).map(n -> n.setScale(2, RoundingMode.HALF_UP) + " " + currency);
    }

    static List<Rule> quantities() {
        return List.of(
                PatternRule.of(
                        "quantity",
                        "(?<![\\w.-])(?<v>(?<n>\\d{1,4}|" + Numerals.ENGLISH + ")\\s+(?:more\\s+)?(?:" + GOODS
                                + "))(?!\\w)",
                        m -> whole(m.group("n"))),
                PatternRule.of(
                        "quantity",
                        "(?:quantity|qty|数量)(?:\\s*(?:to|of|is|[:改成为是到]))*\\s*(?<v>\\d{1,4}|" + Numerals.ENGLISH + "|"
                                + Numerals.CHINESE + ")(?![\\w])",
                        m -> whole(m.group("v"))),
                PatternRule.of("quantity", "(?<![\\w.])(?<v>[x×*]\\s?(?<n>\\d{1,3}))(?!\\w)", m -> whole(m.group("n"))),
                PatternRule.of(
                        "quantity",
                        "(?<![\\w第.])(?<v>(?<n>\\d{1,4}|" + Numerals.CHINESE + ")(?:" + MEASURES + "))(?!钱)",
                        m -> whole(m.group("n"))),
                // "One" before the general measure is an article more often than a number.
                PatternRule.of(
                        "quantity",
                        "(?<![\\w第.])(?<v>(?<n>\\d{1,4}|[两三四五六七八九十][一二三四五六七八九十百]*)个)(?!月|小时|星期|礼拜|钟|工作日|人)",
                        m -> whole(m.group("n"))));
    }

    private static Optional<String> whole(String number) {
        return Numerals.read(number).filter(n -> n.signum() > 0).map(BigDecimal::toPlainString);
    }

    static List<Rule> ordinals() {
        return List.of(
                PatternRule.of(
                        "ordinal",
                        "(?<!\\w)(?<v>(?<o>" + String.join("|", ORDINALS)
                                + ") (?:one|item|product|order|pair|option|choice))(?!\\w)",
                        m -> Optional.of(String.valueOf(ORDINALS.indexOf(m.group("o")) + 1))),
                PatternRule.of(
                        "ordinal",
                        "(?:the|option|number|choose|take) (?<v>(?<o>" + String.join("|", ORDINALS)
                                + "))(?=$|[.,!?]| please| thanks)",
                        m -> Optional.of(String.valueOf(ORDINALS.indexOf(m.group("o")) + 1))),
                PatternRule.of(
                        "ordinal",
                        "(?<!\\w)(?<v>(?<o>\\d)(?:st|nd|rd|th) (?:one|item|product|order|pair|option))(?!\\w)",
                        m -> Optional.of(m.group("o"))),
                PatternRule.of(
                        "ordinal",
                        "(?<!\\w)(?<v>(?:option|number|no\\.) ?(?<o>\\d))(?!\\w)",
                        m -> Optional.of(m.group("o"))),
                PatternRule.of("ordinal", "(?<!\\w)(?<v>last (?:one|item|option|pair))(?!\\w)", _ -> Optional.of("-1")),
                PatternRule.of(
                        "ordinal",
                        "第(?<o>\\d{1,2}|" + Numerals.CHINESE + ")(?:个|款|件|双|条|只|台|本|种|项|单|笔)",
                        m -> whole(m.group("o"))),
                PatternRule.of("ordinal", "最后(?:那)?一?(?:个|款|件|双|条|只|台|本|种|项|单|笔)", _ -> Optional.of("-1")));
    }
}
