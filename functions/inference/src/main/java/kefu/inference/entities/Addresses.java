package kefu.inference.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.inference.text.Folded;

/** Street addresses: a house number with a street in English, a place down to road and number in Chinese. */
final class Addresses implements Rule {
    private static final String STREET =
            "(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|highway|terrace|square)\\b\\.?";
    private static final String UNIT = "(?:,? (?:apt|apartment|suite|ste|unit|floor|#) ?[\\w-]{1,6})?";
    private static final String TOWN =
            "(?:, ?[a-z][a-z .'-]{1,30}){0,3}(?:,? [a-z]{2}(?![a-z]))?(?: \\d{5}(?:-\\d{4})?)?";
    private static final String HAN = "[\\u4e00-\\u9fa5]";
    private static final String LEADING = "(?:(?:改|寄|送|发|换|搬|邮)(?:到|成|至|去|往|在)|地址(?:改成|改为|是|为|:)?|在)?";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?<![\\w#-])(?<v>\\d{1,5}[a-z]? (?:[\\w.'-]+ ){1,4}?" + STREET + UNIT + TOWN + ")"),
            Pattern.compile(
                    LEADING + "(?<v>(?:" + HAN + "{2,8}(?:省|自治区))?(?:" + HAN + "{1,6}市)?(?:" + HAN + "{1,6}(?:区|县|镇))?"
                            + HAN + "{1,8}(?:路|街|道|巷|弄)\\d{1,5}[号弄](?:[\\u4e00-\\u9fa5\\d-]{0,20}(?:室|楼|单元|栋|座|号))?)"));

    @Override
    public List<Found> find(Folded text) {
        List<Found> found = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text.lower());
            while (matcher.find()) {
                int start = matcher.start("v");
                String value = text.cased().substring(start, matcher.end("v")).strip();
                found.add(new Found("address", value, start, start + value.length()));
            }
        }
        return found;
    }
}
