package kefu.routing.pack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.routing.text.Simplified;

/**
 * What a yes is to something that cannot be taken back, by its words: a guess of what was meant is not enough for it.
 *
 * @param yes agree, where a clause is made of them
 * @param filling may stand beside them there
 * @param doubt take a yes back, wherever they stand
 * @param no decline, wherever they stand
 */
public record Assent(List<String> yes, List<String> filling, List<String> doubt, List<String> no) {
    public Assent {
        yes = longestFirst(yes);
        filling = longestFirst(filling);
        doubt = List.copyOf(doubt);
        no = List.copyOf(no);
    }

    /** @return whether somebody clearly agrees */
    public boolean agrees(String said) {
        var text = plain(said);
        // 没问题 is no doubt though 没 might be one: what agrees is taken out before doubts are looked for.
        var rest = yes.stream().filter(word -> word.length() > 1).reduce(text, (left, word) -> without(left, word));
        return doubt.stream().noneMatch(word -> holds(rest, word))
                && Stream.of(text.split("[,.!;:~，。！；：、…\\n]+")).anyMatch(this::isMadeOfYes);
    }

    /** @return whether somebody says no, or that it should not be done */
    public boolean declines(String said) {
        var text = plain(said);
        return no.stream().anyMatch(word -> holds(text, word));
    }

    private boolean isMadeOfYes(String clause) {
        boolean agrees = false;
        int at = 0;
        while (at < clause.length()) {
            if (Character.isWhitespace(clause.charAt(at))) {
                at++;
                continue;
            }
            var agreeing = at(clause, at, yes);
            var word = agreeing.or(Optional::empty);
            var fills = at(clause, at, filling);
            if (fills.isPresent()
                    && (word.isEmpty() || fills.get().length() > word.get().length())) word = fills;
            if (word.isEmpty()) return false;
            agrees |= word.equals(agreeing);
            at += word.get().length();
        }
        return agrees;
    }

    private static Optional<String> at(String clause, int at, List<String> words) {
        return words.stream().filter(word -> stands(clause, word, at)).findFirst();
    }

    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
            if (stands(text, word, at)) return true;
        return false;
    }

    private static String without(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
            if (stands(text, word, at))
                return text.substring(0, at) + " " + without(text.substring(at + word.length()), word);
        return text;
    }

    /** A word of letters ends where no letter follows; Chinese has no such ends. */
    private static boolean stands(String text, String word, int at) {
        if (!text.startsWith(word, at)) return false;
        int end = at + word.length();
        return !(at > 0 && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)))
                && !(end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)));
    }

    private static boolean isLatin(char c) {
        return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    private static String plain(String said) {
        return Simplified.of(said).toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    }

    private static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }
}
