package kefu.routing.store.rules;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kefu.model.shop.LocalText;

/** The store's texts in every language of the pack. Immutable. */
public final class Wording {
    public static final List<String> LANGUAGES = List.of("en", "zh");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Map<Phrase, LocalText> texts = new EnumMap<>(Phrase.class);

    /** @throws IllegalArgumentException for a phrase that is missing, untranslated or has a placeholder it may not */
    public Wording(Map<String, LocalText> byKey) {
        var unknown = new LinkedHashMap<>(byKey);
        for (var phrase : Phrase.values()) {
            var text = unknown.remove(phrase.key());
            if (text == null) throw new IllegalArgumentException(phrase.key() + ": is missing");
            check(phrase.key(), text, phrase.placeholders());
            texts.put(phrase, text);
        }
        if (!unknown.isEmpty())
            throw new IllegalArgumentException(unknown.keySet().iterator().next() + ": is no text of the store");
    }

    /** @throws IllegalArgumentException when a language is missing, or a placeholder is not one of these */
    public static void check(String key, LocalText text, List<String> placeholders) {
        for (var language : LANGUAGES) {
            var words = text.byLanguage().get(language);
            if (words == null || words.isBlank())
                throw new IllegalArgumentException(key + ": has no " + language + " text");
            PLACEHOLDER.matcher(words).results().map(found -> found.group(1)).forEach(name -> {
                if (!placeholders.contains(name))
                    throw new IllegalArgumentException(
                            key + "." + language + ": {" + name + "} is unknown; known are " + placeholders);
            });
        }
    }

    /** @param values texts, or anything else that is written as it is, in the order of the phrase's placeholders */
    LocalText say(Phrase phrase, Object... values) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) named.put(phrase.placeholders().get(i), values[i]);
        return fill(texts.get(phrase), named);
    }

    static LocalText fill(LocalText text, Map<String, ?> values) {
        return inEach(language -> PLACEHOLDER
                .matcher(text.in(language))
                .replaceAll(found -> Matcher.quoteReplacement(in(language, values.get(found.group(1))))));
    }

    static LocalText list(List<LocalText> texts) {
        return inEach(language -> texts.stream()
                .map(t -> t.in(language))
                .collect(Collectors.joining(language.equals("zh") ? "、" : ", ")));
    }

    static LocalText inEach(Function<String, String> text) {
        return new LocalText(LANGUAGES.stream()
                .collect(Collectors.toMap(language -> language, text, (a, _) -> a, LinkedHashMap::new)));
    }

    private static String in(String language, Object value) {
        return value instanceof LocalText text ? text.in(language) : String.valueOf(value);
    }
}
