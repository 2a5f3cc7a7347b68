package kefu.recommendation.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kefu.model.shop.Product;

/**
 * What somebody wants to spend, in the currency of the shop's prices: "under 50", "between $20 and $40", 两百以内, 预算300.
 *
 * @param least empty for no lower end
 * @param most empty for no upper end, else at least {@code least}
 */
record Budget(Optional<BigDecimal> least, Optional<BigDecimal> most) {
    static final Budget ANY = new Budget(Optional.empty(), Optional.empty());

    /** Who says "about" buys a quarter above or below it too. */
    private static final BigDecimal ABOUT = new BigDecimal("0.25");
    /** Below it a number beside people is their age. */
    private static final BigDecimal AGE = new BigDecimal(20);

    private static final Pattern MOST_BEFORE = Pattern.compile(
            "(?:\\b(?:under|below|up to|at most|(?:no|not) more than|maximum(?: of)?|budget(?: is| of|:)?)"
                    + "|\\b(?<!no )(?<!not )(?:less|cheaper) than"
                    + "|不要?超过|别超过|不高于|(?<!不)低于|(?<!不)少于|预算(?:是|在|大概|大约|只有|有)?|最多)\\s*$");
    /** "Max 90" may be a name, "max $90" is not. */
    private static final Pattern MOST_BEFORE_MONEY = Pattern.compile("\\bmax(?:imum)?\\.?\\s*$");

    private static final Pattern MOST_AFTER = Pattern.compile("^\\s?(?:以内|以下|之内|max\\b|tops\\b|or (?:less|under)\\b)");
    private static final Pattern LEAST_BEFORE = Pattern.compile(
            "(?:\\b(?:over|above|at least|(?:no|not) (?:less|cheaper) than)|\\b(?<!no )(?<!not )more than"
                    + "|不低于|不少于|至少|(?<![不别要])超过|高于(?<!不高于))\\s*$");
    private static final Pattern LEAST_AFTER = Pattern.compile("^\\s?(?:以上|or more\\b|and up\\b)");
    private static final Pattern NEAR_BEFORE = Pattern.compile("(?:\\b(?:around|about|roughly)|大概|大约|差不多)\\s*$");
    private static final Pattern NEAR_AFTER = Pattern.compile("^\\s?(?:左右|上下|or so\\b)");
    private static final Pattern BETWEEN_BEFORE =
            Pattern.compile("(?:\\b(?:between|budget(?: is| of|:)?)|预算(?:是|在)?)\\s*$");
    private static final Pattern BETWEEN = Pattern.compile("\\s?(?:-|–|~|～|to|and|到|至)\\s?");

    /** What else numbers count. After one, only a few Chinese characters go on about money. */
    private static final Pattern COUNTS_SOMETHING = Pattern.compile(
            "^(?:\\s?-?(?:k?g|kilos?|lbs?|oz|[ckm]?m|m?l|lit(?:re|er)s?|inch(?:es)?|ft|feet|years?|yrs?|months?|weeks?"
                    + "|(?:business )?days?|hours?|h|mins?|minutes?|people|persons?|pieces?|pcs|w|watts?|[gt]b|mah|th|st|nd|rd)"
                    + "(?![a-z])|\\s?in(?=\\s*(?:$|[,.;!?]))|\\s?[%°″\"]|\\s?[\\p{IsHan}&&[^以之左上到至的买送给有吧吗呢能可想或就]])");

    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(?:age[sd]?|kids?|child(?:ren)?|boys?|girls?|baby|babies|toddlers?|grand\\w+|teens?)\\b|岁|孩|宝宝|老人|儿童");

    private static final Pattern CHEAPER = Pattern.compile(
            "\\b(?:cheaper|less expensive|more affordable)\\b(?! than (?!this|that|it|the ))|更便宜|(?<!最)便宜(?:一?[点些]儿?)?的",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CHEAPEST = Pattern.compile(
            "\\b(?:cheapest|least expensive|lowest[ -]price|most affordable)|最便宜|价格最低|最低价", Pattern.CASE_INSENSITIVE);

    private static final BigDecimal LEAST_DIFFERENCE = new BigDecimal("0.01");

    Budget {
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0)
            throw new IllegalArgumentException("a budget from " + least.get() + " to " + most.get());
    }

    /** A bound, and the characters that say it. */
    private record Said(Budget budget, int start, int end) {}

    /** @return what the query says of it; {@link #ANY} where it says nothing, or what contradicts itself */
    static Budget in(String query) {
        return said(lower(query)).map(Said::budget).orElse(ANY);
    }

    /** @return the query's words without those, which would match numbers of products */
    static String without(String query) {
        return said(lower(query))
                .map(said -> (query.substring(0, said.start()) + " " + query.substring(said.end())).strip())
                .orElse(query);
    }

    /** @return whether something is wanted that costs less than what is looked at: "anything cheaper", 便宜点的有吗 */
    static boolean asksForCheaper(String query) {
        return CHEAPER.matcher(query).find();
    }

    /** @return whether the least price decides: "the cheapest lamp", 最便宜的 */
    static boolean asksForCheapest(String query) {
        return CHEAPEST.matcher(query).find();
    }

    /** @return all that costs less than the product */
    static Budget below(Product product) {
        var most = product.cheapest().price().subtract(LEAST_DIFFERENCE);
        return new Budget(Optional.empty(), Optional.of(most));
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

    private static Optional<Said> said(String text) {
        List<Amount> amounts =
                Amount.in(text).stream().filter(a -> isMoney(a, text)).toList();
        for (int i = 0; i + 1 < amounts.size(); i++) {
            Optional<Said> range = range(amounts.get(i), amounts.get(i + 1), text);
            if (range.isPresent()) return range;
        }
        return amounts.stream().flatMap(a -> bound(a, text).stream()).findFirst();
    }

    private static boolean isMoney(Amount amount, String text) {
        if (amount.ofMoney()) return true;
        if (COUNTS_SOMETHING.matcher(text.substring(amount.end())).find()) return false;
        return amount.value().compareTo(AGE) >= 0 || !PEOPLE.matcher(text).find();
    }

    private static Optional<Said> range(Amount one, Amount other, String text) {
        if (!BETWEEN.matcher(text.substring(one.end(), other.start())).matches()) return Optional.empty();
        int start = start(BETWEEN_BEFORE, one, text);
        // "36 to 38" alone may be anything.
        if (start == one.start() && !one.ofMoney() && !other.ofMoney()) return Optional.empty();
        Budget budget = new Budget(
                Optional.of(one.value().min(other.value())),
                Optional.of(one.value().max(other.value())));
        return Optional.of(new Said(budget, start, other.end()));
    }

    private static Optional<Said> bound(Amount amount, String text) {
        BigDecimal value = amount.value();
        BigDecimal away = value.multiply(ABOUT);
        return said(
                        amount,
                        text,
                        NEAR_BEFORE,
                        NEAR_AFTER,
                        new Budget(Optional.of(value.subtract(away)), Optional.of(value.add(away))))
                .or(() -> said(amount, text, MOST_BEFORE, MOST_AFTER, new Budget(Optional.empty(), Optional.of(value))))
                .or(() -> amount.ofMoney()
                        ? said(
                                amount,
                                text,
                                MOST_BEFORE_MONEY,
                                MOST_AFTER,
                                new Budget(Optional.empty(), Optional.of(value)))
                        : Optional.empty())
                .or(() -> said(
                        amount, text, LEAST_BEFORE, LEAST_AFTER, new Budget(Optional.of(value), Optional.empty())));
    }

    private static Optional<Said> said(Amount amount, String text, Pattern before, Pattern after, Budget budget) {
        int start = start(before, amount, text);
        var following = after.matcher(text.substring(amount.end()));
        boolean followed = following.find();
        if (start == amount.start() && !followed) return Optional.empty();
        return Optional.of(new Said(budget, start, amount.end() + (followed ? following.end() : 0)));
    }

    private static int start(Pattern before, Amount amount, String text) {
        var found = before.matcher(text.substring(0, amount.start()));
        return found.find() ? found.start() : amount.start();
    }

    /** Character by character, so that places stay what they were. */
    private static String lower(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) Character.toLowerCase(c)));
        return lower.toString();
    }
}
