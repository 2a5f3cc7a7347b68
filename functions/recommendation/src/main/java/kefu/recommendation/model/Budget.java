package kefu.recommendation.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.model.shop.Product;

/**
 * What somebody wants to spend, in the currency of the shop's prices: "under 50", "between 20 and 40", 两百以内, 预算300.
 *
 * @param least empty for no lower end
 * @param most empty for no upper end
 */
record Budget(Optional<BigDecimal> least, Optional<BigDecimal> most) {
    static final Budget ANY = new Budget(Optional.empty(), Optional.empty());

    /** Who says "about" buys a quarter above or below it too. */
    private static final BigDecimal ABOUT = new BigDecimal("0.25");

    private static final Map<Character, Integer> CHINESE_DIGITS =
            Map.of('一', 1, '二', 2, '两', 2, '三', 3, '四', 4, '五', 5, '六', 6, '七', 7, '八', 8, '九', 9);

    private static final String MONEY = "[$€£¥￥]|(?:usd|eur|gbp|cny|rmb|us\\$)\\s?";
    private static final String COINS =
            "\\s?(?:dollars?|bucks|euros?|pounds?|quid|yuan|rmb|usd|eur|gbp|cny|[$€£¥￥元块刀]钱?)";
    private static final String DIGITS = "\\d{1,7}(?:\\.\\d{1,2})?";
    private static final String NUMBER = "(?:" + DIGITS + "|[一二两三四五六七八九][百千])";

    /** "Under 5 kg" and "within 3 days" are not about money. */
    private static final String NO_UNIT =
            "(?![\\d.]*\\d)(?!\\s?(?:k?g|lbs?|oz|[ckm]?m|m?l|lit(?:re|er)s?|inch(?:es)?|in\\b|ft|feet|years?"
                    + "|yrs?|months?|weeks?|days?|hours?|h\\b|min|people|persons?|pieces?|pcs|w\\b|watts?|%|°|kilos?|[天日年个月岁斤厘毫升米寸件]))";

    private static final Pattern RANGE = Pattern.compile("(?:between |from )?(?:" + MONEY + ")?(?<least>" + NUMBER
            + ")(?:"
            + COINS + ")?\\s?(?:-|–|~|～|to|and|到|至)\\s?(?:" + MONEY + ")?(?<most>" + NUMBER + ")(?:(?<paid>" + COINS
            + ")|" + NO_UNIT + ")");
    private static final Pattern MOST = Pattern.compile(
            "\\b(?:under|below|less than|up to|at most|no more than|not more than|cheaper than|max(?:imum)?(?: of)?|within|budget(?: is| of|:)?)\\s?(?:"
                    + MONEY + ")?(?<most>" + DIGITS + ")(?:" + COINS + "|" + NO_UNIT + ")"
                    + "|(?:不超过|不高于|低于|预算(?:是|在|大概|只有)?|最多)\\s?[¥￥]?(?<limit>" + NUMBER + ")(?:" + COINS + "|" + NO_UNIT
                    + ")"
                    + "|[¥￥]?(?<within>" + NUMBER + ")(?:" + COINS + ")?(?:以内|以下|之内|内)");
    private static final Pattern LEAST =
            Pattern.compile("\\b(?:over|above|more than|at least|from)\\s?(?:" + MONEY + ")?(?<least>" + DIGITS + ")(?:"
                    + COINS + "|" + NO_UNIT + ")|[¥￥]?(?<above>" + NUMBER + ")(?:" + COINS + ")?以上");
    private static final Pattern NEAR = Pattern.compile("\\b(?:around|about|roughly)\\s?(?:" + MONEY + ")?(?<near>"
            + DIGITS + ")(?:" + COINS + "|" + NO_UNIT + ")|[¥￥]?(?<round>" + NUMBER + ")(?:" + COINS + ")?(?:左右|上下)");

    /** @return what the query says of it; {@link #ANY} where it says nothing */
    static Budget in(String query) {
        String said = lower(query);
        Matcher range = RANGE.matcher(said);
        if (range.find()) {
            BigDecimal one = number(range.group("least"));
            BigDecimal other = number(range.group("most"));
            return new Budget(Optional.of(one.min(other)), Optional.of(one.max(other)));
        }
        Matcher near = NEAR.matcher(said);
        if (near.find()) {
            BigDecimal middle = number(first(near, "near", "round"));
            BigDecimal away = middle.multiply(ABOUT);
            return new Budget(Optional.of(middle.subtract(away)), Optional.of(middle.add(away)));
        }
        Matcher most = MOST.matcher(said);
        Matcher least = LEAST.matcher(said);
        return new Budget(
                least.find() ? Optional.of(number(first(least, "least", "above"))) : Optional.empty(),
                most.find() ? Optional.of(number(first(most, "most", "limit", "within"))) : Optional.empty());
    }

    /** @return the query's words without those, which would match numbers of products */
    static String without(String query) {
        String rest = query;
        for (Pattern said : List.of(RANGE, NEAR, MOST, LEAST)) {
            Matcher found = said.matcher(lower(rest));
            if (found.find()) rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
        }
        return rest.strip();
    }

    boolean isAny() {
        return equals(ANY);
    }

    /** @return whether its price, which is the cheapest variant's, lies within */
    boolean allows(Product product) {
        BigDecimal price = product.cheapest().price();
        return least.filter(l -> price.compareTo(l) < 0).isEmpty()
                && most.filter(m -> price.compareTo(m) > 0).isEmpty();
    }

    /** Character by character, so that places stay what they were. */
    private static String lower(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) Character.toLowerCase(c)));
        return lower.toString();
    }

    private static String first(Matcher found, String... groups) {
        for (String group : groups) if (found.group(group) != null) return found.group(group);
        throw new IllegalStateException("one alternative was found");
    }

    private static BigDecimal number(String written) {
        Integer digit = CHINESE_DIGITS.get(written.charAt(0));
        if (digit == null) return new BigDecimal(written);
        return BigDecimal.valueOf(digit * (written.charAt(1) == '千' ? 1000L : 100L));
    }
}
