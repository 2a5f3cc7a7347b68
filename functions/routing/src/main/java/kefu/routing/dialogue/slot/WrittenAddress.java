package kefu.routing.dialogue.slot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Address;
import kefu.routing.store.rules.Countries;

/**
 * A postal address as people write it: with commas, street first, then city, state, postcode, country; or in Chinese, from
 * large to small, with or without commas and postcode.
 */
final class WrittenAddress {
    /** "Please send it to: 12 Elm Street" and 地址改成：.. begin with words that are no part of it. */
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:[^,，:：]{0,60}[:：]\\s*"
                    + "|(?:[^,，\\d#]|#\\s?\\w{3,15}+){0,80}\\b(?:to|at|is|it's|actually|sorry|no|wait)\\s+(?=\\d|(?-i:\\p{Lu}))"
                    + "|[^,，\\d]{0,60}\\baddress (?:is|to)\\s+"
                    + "|.{0,30}?(?:改成|改为|改到|换成|寄到|送到)|.{0,12}?是)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern INTERJECTION =
            Pattern.compile("(?i)(?:no|wait|sorry|actually|please|oops|well|hm+)(?: [a-z']+){0,2}");

    private static final Pattern PART_OF_A_HOUSE =
            Pattern.compile("(?i)^(?:apt|apartment|flat|unit|suite|ste|floor|room|#)\\b.*|.* (?:floor|building)$|^#.*");
    private static final Pattern POSTCODE = Pattern.compile("(?=.*\\d)[A-Za-z\\d][A-Za-z\\d -]{2,9}");
    private static final Pattern STATE_AND_POSTCODE = Pattern.compile("([A-Za-z]{2,3}) (\\d{4,5}(?:-\\d{4})?)");
    private static final Pattern CHINESE = Pattern.compile(
            "(?:中国)?(?<state>\\p{IsHan}{2,7}?(?:省|自治区))?\\s*(?<city>\\p{IsHan}{2,7}?(?:市|自治州|盟))\\s*(?<street>.*\\p{IsHan}.*?(?:号|路|街|道|村|栋|幢|室|楼|单元|小区|广场|大厦|\\d).*)");
    private static final Pattern CHINESE_POSTCODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    /** Of the USA and Canada: CA is California here and Canada elsewhere. */
    private static final Set<String> STATES =
            Set.of(("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT"
                            + " NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS NT NU ON PE QC SK YT")
                    .split(" "));

    private WrittenAddress() {}

    /** @return the address; empty where it is none, or not whole */
    static Optional<Address> read(String text) {
        return chinese(text).or(() -> withCommas(LEAD_IN.matcher(text).replaceFirst("")));
    }

    private static Optional<Address> chinese(String text) {
        var zip = CHINESE_POSTCODE.matcher(text).results().map(r -> r.group()).reduce((_, last) -> last);
        var rest = text.replaceAll("[,，;；\\n]+", " ");
        if (zip.isPresent()) rest = rest.replace(zip.get(), " ");
        var found =
                CHINESE.matcher(LEAD_IN.matcher(rest.strip()).replaceFirst("").strip());
        if (!found.matches()) return Optional.empty();
        return Optional.of(new Address(
                found.group("street").strip().replaceAll("\\s+", " "),
                null,
                found.group("city"),
                found.group("state"),
                "中国",
                zip.orElse(null)));
    }

    private static Optional<Address> withCommas(String text) {
        var parts = Arrays.stream(text.split("[,，;；\\n]"))
                .flatMap(part -> STATE_AND_POSTCODE.matcher(part.strip()).matches()
                        ? Arrays.stream(part.strip().split(" ", 2))
                        : Stream.of(part))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        while (!parts.isEmpty() && INTERJECTION.matcher(parts.getFirst()).matches()) parts.removeFirst();
        if (parts.size() < 4) return Optional.empty();
        var street = parts.removeFirst();
        var zip = takeLast(parts, POSTCODE);
        if (zip.isEmpty()) return Optional.empty();
        var house = takeFirst(parts, PART_OF_A_HOUSE);
        var country = parts.size() > 1 && isCountry(parts) ? parts.removeLast() : null;
        // Without a country that is known, the last of three is one all the same.
        if (country == null && parts.size() > 2) country = parts.removeLast();
        if (parts.isEmpty()) return Optional.empty();
        var state = parts.size() > 1 ? parts.removeLast() : "";
        return Optional.of(new Address(street, house.orElse(""), String.join(", ", parts), state, country, zip.get()));
    }

    private static boolean isCountry(List<String> parts) {
        var last = parts.getLast();
        boolean maybeState = parts.size() == 2 && STATES.contains(last.toUpperCase(Locale.ROOT));
        return !maybeState && Countries.code(last).isPresent();
    }

    private static Optional<String> takeLast(List<String> parts, Pattern looks) {
        for (int i = parts.size() - 1; i >= 0; i--)
            if (looks.matcher(parts.get(i)).matches()) return Optional.of(parts.remove(i));
        return Optional.empty();
    }

    private static Optional<String> takeFirst(List<String> parts, Pattern looks) {
        for (int i = 0; i < parts.size(); i++)
            if (looks.matcher(parts.get(i)).matches()) return Optional.of(parts.remove(i));
        return Optional.empty();
    }
}
