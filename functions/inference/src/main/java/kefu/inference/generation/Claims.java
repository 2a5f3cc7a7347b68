package kefu.inference.generation;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a text commits its speaker to: numbers, money, dates, names, addresses of any kind, promises. Each claim has one
 * form, so that those of two texts can be compared: {@code number 39.9}, {@code money usd}, {@code promise refund}.
 */
final class Claims {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern CHINESE_NUMBER =
            Pattern.compile("[零两二三四五六七八九十百千万]+(?=[天日个件元块折周月年号成倍分小点次单双只套台箱])|[二三四五六七八九]折");
    private static final Pattern SPAN = Pattern.compile(
            "(\\d+(?:[.,]\\d+)*|[a-z]+|[零两二三四五六七八九十百千万]+)[\\s-]*"
                    + "(?:business |working |个?(?:工作|自然))?(day|week|hour|month|year|minute|[天日年]|周(?![一二三四五六日天末])|星期(?![一二三四五六日天])|小时|个月|分钟)");
    private static final Map<String, String> SPANS = Map.ofEntries(
            Map.entry("天", "day"),
            Map.entry("日", "day"),
            Map.entry("周", "week"),
            Map.entry("星期", "week"),
            Map.entry("小时", "hour"),
            Map.entry("个月", "month"),
            Map.entry("年", "year"),
            Map.entry("分钟", "minute"));
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|[\\w-]+\\.(?:com|cn|net|org)\\b");
    private static final Pattern NAME =
            Pattern.compile("(?<![.!?:\\n]\\s{0,3})(?<!^)(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}'-]*");
    private static final Pattern CODE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?=\\p{Alnum}*\\d)(?=\\p{Alnum}*[A-Za-z])\\p{Alnum}+");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9'-]+");
    private static final Pattern QUOTED = Pattern.compile("[《「『“\"]([^》」』”\"]{1,60})[》」』”\"]");
    private static final Pattern HONOURED = Pattern.compile("\\p{IsHan}{1,2}(?=先生|女士|小姐|经理|师傅)");
    private static final Set<String> NO_NAMES = Set.of("i", "i'm", "i'll", "i've", "i'd", "ok", "we", "you", "your");
    private static final Map<String, Integer> WORDS = numbers();
    private static final Map<String, Pattern> KINDS = kinds();

    private Claims() {}

    /** @return all claims of a text */
    static Set<String> of(String text, boolean chinese) {
        Set<String> claims = new LinkedHashSet<>(numbers(text));
        String lower = text.toLowerCase(Locale.ROOT);
        KINDS.forEach((claim, pattern) -> {
            if (pattern.matcher(lower).find()) claims.add(claim);
        });
        each(
                SPAN,
                lower,
                r -> numbers(r.group())
                        .forEach(n -> claims.add(
                                "span " + n.substring(7) + " " + SPANS.getOrDefault(r.group(2), r.group(2)))));
        each(ADDRESS, lower, r -> claims.add("address " + r.group().replaceAll("[.,;!?)]+$", "")));
        each(QUOTED, lower, r -> claims.add("name " + r.group(1).strip()));
        each(CODE, text, r -> claims.add("name " + r.group().toLowerCase(Locale.ROOT)));
        if (chinese) {
            each(LATIN, lower, r -> claims.add("name " + r.group()));
            each(HONOURED, text, r -> claims.add("name " + r.group()));
        } else
            each(NAME, text, r -> {
                String name = r.group().toLowerCase(Locale.ROOT).replaceAll("'s?$", "");
                if (!NO_NAMES.contains(name)) claims.add("name " + name);
            });
        return claims;
    }

    /** @return the numbers of a text, in digits or in words */
    static Set<String> numbers(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        each(NUMBER, text, r -> numbers.add("number " + plain(r.group())));
        each(
                CHINESE_NUMBER,
                text,
                r -> numbers.add("number " + chinese(r.group().replace("折", ""))));
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
            if (WORDS.containsKey(word)) numbers.add("number " + WORDS.get(word));
        return numbers;
    }

    private static String plain(String digits) {
        String point = digits.replaceAll(",(?=\\d{3}(?!\\d))", "");
        if (point.matches("\\d+(\\.\\d+)?"))
            return new BigDecimal(point).stripTrailingZeros().toPlainString();
        return point;
    }

    private static long chinese(String number) {
        String units = "十百千万";
        long all = 0;
        long digit = 0;
        for (char c : number.toCharArray()) {
            int unit = units.indexOf(c);
            if (unit < 0) digit = "零一二三四五六七八九".indexOf(c == '两' ? '二' : c);
            else if (unit == 3) {
                all = Math.max(1, all + digit) * 10_000;
                digit = 0;
            } else {
                all += Math.max(1, digit) * (long) Math.pow(10, unit + 1);
                digit = 0;
            }
        }
        return all + digit;
    }

    private static void each(Pattern pattern, String text, java.util.function.Consumer<MatchResult> then) {
        pattern.matcher(text).results().forEach(then);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> words = new TreeMap<>();
        List<String> small = List.of(
                "zero",
                "",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty");
        // "One" is a pronoun more often than a number.
        for (int n = 0; n < small.size(); n++) if (n != 1) words.put(small.get(n), n);
        words.putAll(Map.of(
                "thirty",
                30,
                "forty",
                40,
                "fifty",
                50,
                "sixty",
                60,
                "seventy",
                70,
                "eighty",
                80,
                "ninety",
                90,
                "hundred",
                100,
                "thousand",
                1000,
                "dozen",
                12));
        return words;
    }

    private static Map<String, Pattern> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        kinds.put("money usd", "\\$|\\busd\\b|\\bdollars?\\b|美元");
        kinds.put("money eur", "€|\\beur\\b|\\beuros?\\b|欧元");
        kinds.put("money gbp", "£|\\bgbp\\b|\\bpounds?\\b|\\bquid\\b|英镑");
        kinds.put("money cny", "[¥￥]|\\b(?:cny|rmb|yuan)\\b|(?<![单公美欧])元|块钱");
        kinds.put("money percent", "%|\\bpercent\\b|百分之");
        kinds.put("promise free", "\\bfree\\b|no charge|free of charge|at no cost|免费|包邮|免运费|不收费");
        kinds.put("promise guarantee", "guarant|\\bpromis|\\bassur|\\bpledge|保证|承诺|担保|包您|包退|包换");
        kinds.put(
                "promise certainty",
                "definitely|certainly|for sure|\\balways\\b|\\bnever\\b|without fail|一定|肯定|绝对|永远|必定");
        kinds.put("promise refund", "refund|money back|reimburs|退款|退钱|全额|退您");
        kinds.put("promise compensation", "compensat|make it up to|make up for|赔|补偿");
        kinds.put("promise discount", "discount|coupon|voucher|\\bgift|store credit|折|优惠|代金券|红包|赠|送您|送你");
        kinds.put("promise at once", "immediately|right away|at once|instantly|straight away|马上|立刻|立即|即刻|秒");
        kinds.put("promise replacement", "replac|\\bexchange|换货|更换|换新|补发");
        kinds.put("promise cancellation", "\\bcancel|取消");
        kinds.put("promise warranty", "warrant|质保|保修");
        kinds.put("promise return", "\\breturn|退货");
        kinds.put("date today", "\\btoday\\b|\\btonight\\b|今天|今日|今晚");
        kinds.put("date tomorrow", "\\btomorrow\\b|明天|明日");
        kinds.put("date after tomorrow", "day after tomorrow|后天");
        kinds.put("date yesterday", "\\byesterday\\b|昨天|昨日");
        kinds.put("date weekend", "\\bweekends?\\b|周末");
        kinds.put("date next", "\\bnext (?:week|month|year)\\b|下周|下星期|下个?月|明年");
        kinds.put("date this", "\\bthis (?:week|month|year)\\b|本周|这周|本月|这个月");
        String[] days = {"mon", "tues", "wednes", "thurs", "fri", "satur", "sun"};
        String[] han = {"一", "二", "三", "四", "五", "六", "[日天]"};
        for (int d = 0; d < days.length; d++)
            kinds.put("date " + days[d] + "day", "\\b" + days[d] + "days?\\b|(?:周|星期|礼拜)" + han[d]);
        for (String month :
                "january february march april june july august september october november december".split(" "))
            kinds.put("date " + month, "\\b" + month + "\\b");
        Map<String, Pattern> patterns = new TreeMap<>();
        kinds.forEach((claim, regex) -> patterns.put(claim, Pattern.compile(regex)));
        return patterns;
    }
}
