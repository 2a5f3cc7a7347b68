package kefu.routing.store.rules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kefu.model.Require;
import kefu.model.shop.LocalText;

/**
 * What the values of options are called: the catalogue's "Indigo" is 靛蓝色, and a blue.
 *
 * @param known by the value in small letters; others are called as the catalogue writes them
 */
public record OptionNames(Map<String, Named> known) {
    /** How well something is named by its kind, where its own name counts one. */
    private static final double BY_KIND = 0.5;

    public OptionNames {
        known = Require.map(known);
    }

    /** @param kind what it is one of, as entities are called: {@code blue}; null for nothing */
    public record Named(LocalText name, String kind) {}

    /** @return a value as it is said in a language */
    public String in(String language, String value) {
        return known(value).map(named -> named.name().in(language)).orElse(value);
    }

    /** @return values of options as they are said in a language, in a row */
    public String in(String language, Collection<String> values) {
        return values.stream().map(value -> in(language, value)).collect(Collectors.joining(", "));
    }

    /** @param said whether somebody says these words @return 1 where they say its name, less where only what it is one of */
    public double named(String value, Predicate<String> said) {
        if (names(value).stream().anyMatch(said)) return 1;
        return kind(value).filter(said).isPresent() ? BY_KIND : 0;
    }

    private Set<String> names(String value) {
        var names = new LinkedHashSet<>(Set.of(value));
        known(value).ifPresent(named -> names.addAll(named.name().byLanguage().values()));
        return names;
    }

    private Optional<String> kind(String value) {
        return known(value).map(Named::kind);
    }

    private Optional<Named> known(String value) {
        return Optional.ofNullable(known.get(value.toLowerCase(Locale.ROOT)));
    }
}
