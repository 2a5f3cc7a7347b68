package kefu.inference.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.inference.text.Folded;

/** Street addresses: a house number with a street in English, a place down to road and number in Chinese. */
final class Addresses implements Rule {
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    "(?<![\\w#-])\\d{1,5}[a-z]? (?:[\\w.'-]+ ){1,4}?(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|highway|terrace|square)\\b\\.?"
                            + "(?:,? (?:apt|apartment|suite|ste|unit|floor|#) ?[\\w-]{1,6})?(?:, ?[a-z][a-z .'-]{1,30}){0,3}(?:,? ?[a-z]{2})?(?: \\d{5}(?:-\\d{4})?)?"),
            Pattern.compile(
                    "(?:[\\u4e00-\\u9fa5]{2,8}(?:省|自治区))?(?:[\\u4e00-\\u9fa5]{1,6}市)?(?:[\\u4e00-\\u9fa5]{1,6}(?:区|县|镇))?[\\u4e00-\\u9fa5]{1,8}(?:路|街|道|巷|弄)\\d{1,5}[号弄](?:[\\u4e00-\\u9fa5\\d-]{0,20}(?:室|楼|单元|栋|座|号))?"));

    @Override
    public List<Found> find(Folded text) {
        List<Found> found = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text.lower());
            while (matcher.find()) {
                String value =
                        text.cased().substring(matcher.start(), matcher.end()).strip();
                found.add(new Found("address", value, matcher.start(), matcher.start() + value.length()));
            }
        }
        return found;
    }
}
