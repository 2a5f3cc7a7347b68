package kefu.recommendation.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A number in a sentence that may be a sum: 50, $1,299, 2k, 三百五.
 *
 * @param start first character, a currency before the number with it
 * @param end character after it, a currency after the number with it
 * @param ofMoney whether a currency says so
 */
record Amount(BigDecimal value, int start, int end, boolean ofMoney) {
    private static final String BEFORE = "[$€£¥￥]|\\b(?:usd|eur|gbp|cny|rmb|us\\$)\\s?";
    private static final String AFTER =
            "\\s?(?:(?:dollars?|bucks|euros?|pounds?|quid|yuan|rmb|usd|eur|gbp|cny)\\b|[$€£¥￥]|[元块刀]钱?)";
    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,7})(?:\\.\\d{1,2})?";
    private static final String CHINESE = "[一二两三四五六七八九十][一二两三四五六七八九十百千万零]*";
    private static final Pattern FOUND =
            Pattern.compile("(?<before>" + BEFORE + ")?(?:(?<![\\d.,\\p{IsLatin}])(?<digits>" + DIGITS
                    + ")(?<times>k\\b|千|万)?|(?<chinese>" + CHINESE + "))(?![\\d.,]*\\d)(?<after>" + AFTER + ")?");

    private static final Map<Character, Integer> DIGIT =
            Map.of('一', 1, '二', 2, '两', 2, '三', 3, '四', 4, '五', 5, '六', 6, '七', 7, '八', 8, '九', 9);
    private static final Map<Character, Integer> UNIT = Map.of('十', 10, '百', 100, '千', 1_000, '万', 10_000);

    /** @param text in small letters */
    static List<Amount> in(String text) {
        return FOUND.matcher(text).results().map(Amount::of).toList();
    }

    private static Amount of(MatchResult found) {
        BigDecimal value = found.group("digits") == null
                ? BigDecimal.valueOf(chinese(found.group("chinese")))
                : new BigDecimal(found.group("digits").replace(",", "")).multiply(times(found.group("times")));
        boolean ofMoney = found.group("before") != null || found.group("after") != null;
        return new Amount(value, found.start(), found.end(), ofMoney);
    }

    private static BigDecimal times(String written) {
        if (written == null) return BigDecimal.ONE;
        return BigDecimal.valueOf(written.equals("万") ? 10_000 : 1_000);
    }

    /** 三百五 is 350: a last digit alone counts tenths of the unit before it. */
    private static long chinese(String written) {
        long sum = 0;
        long digit = 0;
        long last = 1;
        for (char c : written.toCharArray()) {
            Integer unit = UNIT.get(c);
            if (unit == null) {
                digit = DIGIT.getOrDefault(c, 0);
                // 三百零五 is 305.
                if (digit == 0) last = 1;
            } else {
                sum = unit == 10_000 ? (sum + digit) * unit : sum + Math.max(1, digit) * unit;
                last = unit;
                digit = 0;
            }
        }
        return sum + digit * Math.max(1, last / 10);
    }
}
