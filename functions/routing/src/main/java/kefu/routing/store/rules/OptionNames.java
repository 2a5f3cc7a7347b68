package kefu.routing.store.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.Require;
import kefu.model.shop.LocalText;

/**
 * What the options of variants are called: the catalogue's {@code color: Indigo} is 靛蓝色, and a blue.
 *
 * @param known by the value, or by option and value where the value alone says nothing ({@code footrest No}), in small
 *     letters; others are called as the catalogue writes them
 */
public record OptionNames(Map<String, Named> known) {
    /** How well something is named by its kind, where its own name counts one. */
    private static final double BY_KIND = 0.5;

    public OptionNames {
        known = Require.map(known);
    }

    /** @param kind what it is one of, as entities are called: {@code blue}; null for nothing */
    public record Named(LocalText name, String kind) {}

    /** @param option of a variant and its value @return the value as it is said in a language */
    public String in(String language, Map.Entry<String, String> option) {
        return known(option).map(named -> named.name().in(language)).orElse(option.getValue());
    }

    /** @return the values of options as they are said in a language, in a row */
    public String in(String language, Map<String, String> options) {
        return options.entrySet().stream().map(option -> in(language, option)).collect(Collectors.joining(", "));
    }

    /** @param said whether somebody says these words @return 1 where they say its name, less where only what it is one of */
    public double named(Map.Entry<String, String> option, Predicate<String> said) {
        if (names(option).anyMatch(said)) return 1;
        return known(option).map(Named::kind).filter(said).isPresent() ? BY_KIND : 0;
    }

    private Stream<String> names(Map.Entry<String, String> option) {
        return Stream.concat(
                Stream.of(option.getValue()),
                known(option).stream().flatMap(named -> named.name().byLanguage().values().stream()));
    }

    private Optional<Named> known(Map.Entry<String, String> option) {
        return Optional.ofNullable(known.get(key(option.getKey() + " " + option.getValue())))
                .or(() -> Optional.ofNullable(known.get(key(option.getValue()))));
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
