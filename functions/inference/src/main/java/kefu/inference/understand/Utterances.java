package kefu.inference.understand;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/**
 * One text or several.
 *
 * @param listed whether they came as a list, and answers go back as one
 */
record Utterances(List<String> texts, boolean listed) {

    /** @param json a string or a list of strings */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Utterances of(Object json) {
        if (json instanceof String text) return new Utterances(List.of(filled(text)), false);
        if (json instanceof List<?> list) {
            if (list.isEmpty()) throw new IllegalArgumentException("is an empty list");
            return new Utterances(list.stream().map(Utterances::filled).toList(), true);
        }
        throw new IllegalArgumentException("must be a text or a list of texts");
    }

    private static String filled(Object text) {
        if (!(text instanceof String string)) throw new IllegalArgumentException("must be a text or a list of texts");
        if (string.isBlank()) throw new IllegalArgumentException("is empty");
        return string;
    }
}
