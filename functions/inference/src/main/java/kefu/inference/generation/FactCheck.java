package kefu.inference.generation;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through only texts that claim what template and facts claim: no other number, name, date, money or promise, no
 * "not" turned round; and at the end no number of the template may be missing.
 */
final class FactCheck {
    private static final Pattern NEGATED =
            Pattern.compile("\\b(?:not|no|cannot|never|without|unable)\\b|n't\\b|[不没未无]|别(?!的)");
    private static final int ROOM = 200;

    private final Wording wording;
    private final Set<String> allowed;
    private final String source;

    FactCheck(Wording wording) {
        this.wording = wording;
        this.source = wording.template() + "\n" + String.join("\n", wording.facts());
        this.allowed = new LinkedHashSet<>(Claims.of(source, wording.chinese()));
    }

    /** @param sentence or any part of a text @return what it claims beyond the facts, in words; empty for nothing */
    Optional<String> beyond(String sentence) {
        String lower = source.toLowerCase(Locale.ROOT);
        for (String claim : Claims.of(sentence, wording.chinese())) {
            if (allowed.contains(claim)) continue;
            // A name may stand at a sentence's beginning in the facts, where it is no name to a reader of capitals.
            if (claim.startsWith("name ") && lower.contains(claim.substring(5))) continue;
            return Optional.of("claims " + claim + ", which the facts do not say");
        }
        if (negated(sentence) && !negated(source)) return Optional.of("says no where the facts do not");
        return Optional.empty();
    }

    /** @param text whole @return what is wrong with it as a whole; empty for nothing */
    Optional<String> whole(String text) {
        if (text.isBlank()) return Optional.of("is empty");
        if (text.length() > wording.template().length() * 3 + ROOM)
            return Optional.of("is much longer than the template");
        boolean han = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (han != wording.chinese()) return Optional.of("is in another language");
        Set<String> said = Claims.numbers(text);
        for (String number : Claims.numbers(wording.template()))
            if (!said.contains(number)) return Optional.of("leaves out " + number);
        if (negated(wording.template()) && !negated(text)) return Optional.of("leaves out a no");
        return Optional.empty();
    }

    private static boolean negated(String text) {
        return NEGATED.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
