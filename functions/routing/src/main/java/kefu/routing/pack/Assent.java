package kefu.routing.pack;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.routing.text.Simplified;

/**
 * What a yes is to something that cannot be taken back, by its words: a guess of what was meant is not enough for it. Words
 * are compared in simplified characters and small letters, and hands in one colour.
 *
 * @param yes agree
 * @param no decline
 * @param filling may stand beside either
 */
public record Assent(List<String> yes, List<String> no, List<String> filling) {
    private static final String CLAUSES_END = "[,.!;:~()\\-–—，。！；：（）、…\\n]+";

    /** Those within dates, numbers and words such as self-made are none. */
    private static final String CLAUSES = "[,;!，。！；、…\\n]+|\\.(?!\\w)|\\s[-–—]+\\s|:(?!\\d)";

    private static final Pattern UNWANTED = Pattern.compile("^(?i:not |no more |don't |do not )|^(?:不要|不是|别|不用)");

    public Assent {
        yes = plain(yes);
        no = plain(no);
        filling = plain(filling);
    }

    /** @return whether all that was said agrees: what stands beside a yes may change what is agreed to */
    public boolean agrees(String said) {
        var clauses = clauses(said);
        return clauses.stream().anyMatch(clause -> isMadeOf(yes, clause))
                && clauses.stream().allMatch(clause -> isMadeOf(yes, clause) || isMadeOf(filling, clause));
    }

    /** @return whether somebody says no, in a clause of its own */
    public boolean declines(String said) {
        return clauses(said).stream().anyMatch(clause -> isMadeOf(no, clause));
    }

    /** @return whether somebody says no, and nothing beside it */
    public boolean onlyDeclines(String said) {
        return declines(said)
                && clauses(said).stream().allMatch(clause -> isMadeOf(no, clause) || isMadeOf(filling, clause));
    }

    /**
     * @return what was said beside yes and no, as it was said: "to the gift card" of "no, not to the card, to the gift
     *     card"; empty where nothing was
     */
    public String beside(String said) {
        return Stream.of(said.split(CLAUSES))
                .map(String::strip)
                .filter(clause -> clauses(clause).stream()
                        .anyMatch(part -> !isMadeOf(yes, part) && !isMadeOf(no, part) && !isMadeOf(filling, part)))
                .filter(clause -> !UNWANTED.matcher(clause).find())
                .collect(Collectors.joining(", "));
    }

    /** @return whether a clause has one of these words, and nothing beside them but filling */
    private boolean isMadeOf(List<String> words, String clause) {
        boolean found = false;
        int at = 0;
        while (at < clause.length()) {
            if (Character.isWhitespace(clause.charAt(at))) {
                at++;
                continue;
            }
            var word = wordAt(clause, at, words);
            var filled = wordAt(clause, at, filling);
            if (word.isEmpty() && filled.isEmpty()) return false;
            int length = word.map(String::length).orElse(0);
            int filledLength = filled.map(String::length).orElse(0);
            found |= length >= filledLength;
            at += Math.max(length, filledLength);
        }
        return found;
    }

    /** @param words the longest first */
    private static Optional<String> wordAt(String clause, int at, List<String> words) {
        return words.stream()
                .filter(word ->
                        clause.startsWith(word, at) && endsAWord(clause, at) && endsAWord(clause, at + word.length()))
                .findFirst();
    }

    /** A word of letters ends where no letter follows; Chinese has no such ends. */
    private static boolean endsAWord(String clause, int at) {
        return at == 0 || at == clause.length() || !isLatin(clause.charAt(at - 1)) || !isLatin(clause.charAt(at));
    }

    private static boolean isLatin(char c) {
        return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    private static List<String> clauses(String said) {
        return Stream.of(plain(said).split(CLAUSES_END))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    private static String plain(String said) {
        return Simplified.of(Normalizer.normalize(said, Normalizer.Form.NFKC))
                .replaceAll("[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> plain(List<String> words) {
        return words.stream()
                .map(Assent::plain)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
