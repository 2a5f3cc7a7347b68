package kefu.inference.generation;

import java.util.List;
import java.util.Locale;

/**
 * What is to be said in better words.
 *
 * @param template says it, correctly and stiffly; shown as it is when there is nothing better
 * @param facts that may be mentioned
 * @param language {@code zh} or {@code en}
 */
record Wording(String template, List<String> facts, String language) {
    private static final int LONGEST = 4_000;

    Wording {
        if (template == null || template.isBlank()) throw new IllegalArgumentException("template is missing");
        facts = facts == null ? List.of() : facts;
        if (facts.stream().anyMatch(f -> f == null || f.isBlank()))
            throw new IllegalArgumentException("facts holds an empty one");
        if (template.length() + facts.stream().mapToInt(String::length).sum() > LONGEST)
            throw new IllegalArgumentException("template and facts are longer than " + LONGEST + " characters");
        facts = List.copyOf(facts);
        language = language == null ? "en" : language.toLowerCase(Locale.ROOT);
        if (!language.matches("(zh|en)([-_].*)?"))
            throw new IllegalArgumentException("language must be zh or en, is " + language);
    }

    boolean chinese() {
        return language.startsWith("zh");
    }

    /**
     * What to show.
     *
     * @param source {@code generated}, or {@code template}
     * @param reason why the template is shown; empty when it is not
     */
    record Worded(String text, String source, String reason, String model) {}
}
