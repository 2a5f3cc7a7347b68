package kefu.routing.store.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kefu.model.Require;
import kefu.model.shop.LocalText;

/**
 * Something a customer can choose: a reason, a kind of invoice, a service.
 *
 * @param words by which they say so, in any language; used to hear it in a sentence
 */
public record Choice(String id, LocalText label, List<String> words) {
    public Choice {
        Require.text(id, "id");
        Require.present(label, "label");
        words = Require.list(words);
    }

    /** @return the choice of this id or label, whatever its case */
    public static Optional<Choice> named(List<Choice> choices, String name) {
        return choices.stream().filter(c -> c.isNamed(name.strip())).findFirst();
    }

    /** @return the choice whose label or words are said, the longest such word deciding */
    public static Optional<Choice> saidIn(List<Choice> choices, String text) {
        var said = text.toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(c -> c.longestIn(said) > 0)
                .max(java.util.Comparator.comparingInt(c -> c.longestIn(said)));
    }

    static LocalText labels(List<Choice> choices) {
        return Wording.list(choices.stream().map(Choice::label).toList());
    }

    private boolean isNamed(String name) {
        return id.equalsIgnoreCase(name) || label.byLanguage().values().stream().anyMatch(name::equalsIgnoreCase);
    }

    private int longestIn(String said) {
        return java.util.stream.Stream.concat(label.byLanguage().values().stream(), words.stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(said::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
