package kefu.inference.entities;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;

/** Days as ISO dates, those named from today among them ("yesterday", 上周五), by a given clock. */
final class Dates {
    private static final String TYPE = "date";
    private static final String MONTHS =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final List<String> MONTH_STARTS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String WEEKDAYS =
            "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
    private static final List<String> DAY_STARTS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    List<Rule> rules() {
        return List.of(
                rule(
                        "(?<![\\w-])(?<v>(?<y>20\\d\\d)[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2}))(?![\\w-])",
                        m -> day(n(m, "y"), n(m, "m"), n(m, "d"))),
                rule(
                        "(?<v>(?<y>20\\d\\d)年(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号]?)",
                        m -> day(n(m, "y"), n(m, "m"), n(m, "d"))),
                rule("(?<!\\d)(?<v>(?<m>\\d{1,2})月(?<d>\\d{1,2})[日号]?)", m -> near(n(m, "m"), n(m, "d"))),
                rule(
                        "(?<![\\w-])(?<v>(?<m>" + MONTHS
                                + ")\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>20\\d\\d))(?!\\w)",
                        m -> day(n(m, "y"), month(m), n(m, "d"))),
                rule(
                        "(?<![\\w-])(?<v>(?<m>" + MONTHS + ")\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?)(?!\\w)",
                        m -> near(month(m), n(m, "d"))),
                rule(
                        "(?<![\\w-])(?<v>(?<d>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<m>" + MONTHS + "))(?!\\w)",
                        m -> near(month(m), n(m, "d"))),
                rule("(?<![\\w/.$-])(?<v>(?<m>\\d{1,2})/(?<d>\\d{1,2}))(?![\\w/])", m -> near(n(m, "m"), n(m, "d"))),
                rule(
                        "(?<!\\w)(?<v>the day before yesterday|yesterday|today|tonight|tomorrow|the day after tomorrow)(?!\\w)",
                        m -> named(m.group("v"))),
                rule("(?<v>大前天|前天|昨[天晚日]|今[天晚日早]|明[天晚日早]|后天|大后天)", m -> named(m.group("v"))),
                rule(
                        "(?<!\\w)(?<v>(?<n>\\d{1,3}|" + Numerals.ENGLISH + "|a) (?<u>days?|weeks?) ago)(?!\\w)",
                        this::ago),
                rule("(?<v>(?<n>\\d{1,3}|" + Numerals.CHINESE + ")个?(?<u>天|周|星期|礼拜)(?:以?前|之前))", this::ago),
                rule(
                        "(?<!\\w)(?<v>(?<w>last|past|this|next|coming) (?<d>" + WEEKDAYS + "))(?!\\w)",
                        m -> weekday(week(m.group("w")), start(DAY_STARTS, m.group("d")))),
                rule("(?<v>(?<w>上上|上|这|本|下)?个?(?:周|星期|礼拜)(?<d>[一二三四五六日天]))", this::chineseWeekday),
                rule(
                        "(?<!\\w)(?:on|by|since|until|till|before|from) (?<v>(?<d>monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?!\\w)",
                        m -> bare(m.group(), start(DAY_STARTS, m.group("d")))));
    }

    private Rule rule(String pattern, java.util.function.Function<MatchResult, LocalDate> date) {
        return PatternRule.of(TYPE, pattern, m -> valid(() -> date.apply(m)));
    }

    /** A day that no calendar has, as 31 June, is no date. */
    private static Optional<String> valid(Supplier<LocalDate> date) {
        try {
            return Optional.ofNullable(date.get()).map(LocalDate::toString);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    /** Without a year: the day nearest to today. */
    private LocalDate near(int month, int day) {
        LocalDate today = today();
        LocalDate date = LocalDate.of(today.getYear(), month, day);
        if (date.isAfter(today.plusMonths(6))) return date.minusYears(1);
        return date.isBefore(today.minusMonths(6)) ? date.plusYears(1) : date;
    }

    private LocalDate named(String name) {
        LocalDate today = today();
        return switch (name) {
            case "大前天" -> today.minusDays(3);
            case "the day before yesterday", "前天" -> today.minusDays(2);
            case "yesterday", "昨天", "昨晚", "昨日" -> today.minusDays(1);
            case "tomorrow", "明天", "明晚", "明日", "明早" -> today.plusDays(1);
            case "the day after tomorrow", "后天" -> today.plusDays(2);
            case "大后天" -> today.plusDays(3);
            default -> today;
        };
    }

    private LocalDate ago(MatchResult m) {
        long n = Numerals.read(m.group("n"))
                .orElseThrow(() -> new DateTimeException("no number"))
                .longValue();
        return m.group("u").startsWith("d") || m.group("u").equals("天") ? today().minusDays(n) : today().minusWeeks(n);
    }

    private LocalDate chineseWeekday(MatchResult m) {
        int day = m.group("d").equals("天") ? 6 : "一二三四五六日".indexOf(m.group("d"));
        return m.group("w") == null ? bare("", day) : weekday(week(m.group("w")), day);
    }

    private static int week(String word) {
        return switch (word) {
            case "上上" -> -2;
            case "last", "past", "上" -> -1;
            case "next", "下" -> 1;
            default -> 0;
        };
    }

    /** @param week counted from this one @param day counted from Monday, 0 */
    private LocalDate weekday(int week, int day) {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week)
                .plusDays(day);
    }

    /** A weekday alone is the last one, unless the words before it look ahead. */
    private LocalDate bare(String words, int day) {
        DayOfWeek weekday = DayOfWeek.of(day + 1);
        boolean ahead = words.startsWith("by")
                || words.startsWith("until")
                || words.startsWith("till")
                || words.startsWith("before");
        return today().with(ahead ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday));
    }

    private static int n(MatchResult m, String group) {
        return Integer.parseInt(m.group(group));
    }

    private static int month(MatchResult m) {
        return start(MONTH_STARTS, m.group("m")) + 1;
    }

    private static int start(List<String> starts, String word) {
        return starts.indexOf(word.substring(0, 3));
    }
}
