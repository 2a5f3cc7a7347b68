package kefu.model.shop;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import kefu.model.Require;

/**
 * A text in one or more languages. In JSON either a plain string, or an object from language to text.
 *
 * @param byLanguage text by language ({@code en}, {@code zh}); the key {@code ""} holds a text of no stated language
 */
public record LocalText(Map<String, String> byLanguage) {
    public LocalText {
        byLanguage = Require.map(byLanguage);
        if (byLanguage.isEmpty()) throw new IllegalArgumentException("a text needs at least one language");
    }

    public static LocalText of(String text) {
        return new LocalText(Map.of("", text));
    }

    @JsonCreator
    static LocalText read(Object json) {
        return switch (json) {
            case String text -> of(text);
            case Number number -> of(number.toString());
            case Boolean flag -> of(flag.toString());
            case Map<?, ?> map -> {
                var texts = new java.util.LinkedHashMap<String, String>();
                map.forEach((language, text) -> texts.put(String.valueOf(language), String.valueOf(text)));
                yield new LocalText(texts);
            }
            case null, default ->
                throw new IllegalArgumentException("a text is a string or an object such as {\"en\": .., \"zh\": ..}");
        };
    }

    @JsonValue
    Object json() {
        return byLanguage.containsKey("") && byLanguage.size() == 1 ? byLanguage.get("") : byLanguage;
    }

    /** @return the text in this language, else the one of no stated language, else English, else any */
    public String in(String language) {
        String text = byLanguage.get(language);
        if (text == null) text = byLanguage.get("");
        if (text == null) text = byLanguage.get("en");
        return text == null ? byLanguage.values().iterator().next() : text;
    }
}
