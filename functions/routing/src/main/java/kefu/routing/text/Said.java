package kefu.routing.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a value, as the catalogue writes it, stands in a sentence. */
public final class Said {
    /** "Is there no discount?" names no option "no". */
    private static final Set<String> EVERYDAY = Set.of(
            "no", "yes", "none", "one", "on", "off", "long", "short", "full", "half", "new", "old", "set", "standard");

    private static final Pattern SIZE = Pattern.compile("x{0,3}[sml]|\\d");
    /** Which system of sizes a number is of, which nobody says. */
    private static final Pattern SYSTEM = Pattern.compile("^(?:eu|us|uk) (?=\\d)");

    private Said() {}

    /** @return whether the value stands there as words of its own, whatever its case: not the m of "I'm", not 蓝色 in 深蓝色 */
    public static boolean in(String text, String value) {
        var sought = SYSTEM.matcher(value.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        if (sought.isEmpty() || EVERYDAY.contains(sought)) return false;
        var quoted = Pattern.quote(sought);
        var pattern = SIZE.matcher(sought).matches()
                ? "(?:^|\\b(?:in|size|an?|the)\\s+|[^\\p{IsLatin}\\p{N}\\s.'’])" + quoted
                        + "(?=\\s*(?:$|[,;!?，。！？码号]|\\.(?!\\w)|(?:instead|please|thanks)\\b))"
                : "(?<![\\p{IsLatin}\\p{N}'’深浅淡])" + quoted + "(?![\\p{IsLatin}\\p{N}'’])";
        return Pattern.compile(pattern)
                .matcher(text.strip().toLowerCase(Locale.ROOT))
                .find();
    }
}
