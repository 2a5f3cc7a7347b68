package kefu.routing.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * The words of names, to find the one that a mistyped word is meant for: a letter left out, doubled, hit beside or swapped, with
 * the first one right (Levenshtein distance with swaps; Schulz and Mihov 2002). Short words are too near to each other: of
 * five letters two may be swapped, and no more.
 */
final class NearWords {
    private static final int SHORTEST = 5;
    private static final int SHORTEST_OF_ONE = 6;

    private final Map<Character, List<String>> byInitial;

    NearWords(Collection<String> words) {
        this.byInitial = words.stream()
                .filter(word -> word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter))
                .distinct()
                .collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /** @return the only word of the names that this one is near to */
    Optional<String> meant(String typed) {
        if (typed.length() < SHORTEST) return Optional.empty();
        var candidates = byInitial.getOrDefault(typed.charAt(0), List.of()).stream()
                .filter(word -> Math.abs(word.length() - typed.length()) <= 1)
                .toList();
        if (candidates.isEmpty()) return Optional.empty();
        var near = new CharacterRunAutomaton(new LevenshteinAutomata(typed, true).toAutomaton(1));
        var found = candidates.stream()
                .filter(near::run)
                .filter(word -> word.length() >= SHORTEST_OF_ONE || areTheSameLetters(word, typed))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean areTheSameLetters(String one, String other) {
        return Arrays.equals(
                one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }
}
