package kefu.routing.reviews.opinion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a review praises and blames. Thread-safe. */
public final class OpinionReader {
    private static final int LONGEST_QUOTE = 90;

    private final Lexicon lexicon;

    public OpinionReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * @param rating 1 to 5, which tells the polarity where an aspect is named and no word judges it
     * @return one opinion an aspect, in the order of the text
     */
    public List<Opinion> read(String text, int rating) {
        var tokens = Token.of(text);
        var clauses = Clause.of(tokens, lexicon.phrases().in(tokens));
        var found = new LinkedHashMap<String, List<In>>();
        Clause before = null;
        var about = Map.<String, Said>of();
        for (var clause : clauses) {
            boolean goesOn = before != null && before.sentence() == clause.sentence();
            about = new ClauseReader(clause, tokens, rating).read(goesOn ? about : Map.of());
            about.forEach((aspect, said) ->
                    found.computeIfAbsent(aspect, _ -> new ArrayList<>()).add(new In(clause, said)));
            before = clause;
        }
        var opinions = new ArrayList<Opinion>();
        found.forEach((aspect, said) -> opinions.add(opinion(aspect, said, text, tokens, clauses)));
        return opinions;
    }

    /** @return the aspect that a question is about; of several, the one that it names in the most words */
    public Optional<String> aspectIn(String question) {
        return lexicon.phrases().in(Token.of(question)).stream()
                .filter(match -> !match.meaning().names().isEmpty()
                        || !match.meaning().judges().isEmpty())
                .max(Comparator.<Phrases.Match>comparingInt(match -> match.to() - match.from())
                        .thenComparing(match -> match.meaning().judges().isEmpty() ? 0 : 1))
                .map(match -> match.meaning().judges().isEmpty()
                        ? match.meaning().names()
                        : match.meaning().judges().keySet())
                .flatMap(aspects -> lexicon.names().keySet().stream()
                        .filter(aspects::contains)
                        .findFirst());
    }

    private record In(Clause clause, Said said) {}

    private static Opinion opinion(String aspect, List<In> all, String text, List<Token> tokens, List<Clause> clauses) {
        boolean told = all.stream().anyMatch(in -> in.said().told());
        var kept = all.stream().filter(in -> in.said().told() == told).toList();
        boolean praised = kept.stream().anyMatch(in -> in.said().polarity() >= 0);
        boolean blamed = kept.stream().anyMatch(in -> in.said().polarity() <= 0);
        int polarity = praised && blamed ? 0 : praised ? 1 : -1;
        return new Opinion(aspect, polarity, quote(kept.getFirst().clause(), text, tokens, clauses));
    }

    /** The sentence, or where that is long the clause. */
    private static String quote(Clause clause, String text, List<Token> tokens, List<Clause> clauses) {
        var sentence =
                clauses.stream().filter(c -> c.sentence() == clause.sentence()).toList();
        var whole =
                cut(text, tokens, sentence.getFirst().from(), sentence.getLast().to());
        return whole.length() <= LONGEST_QUOTE ? whole : cut(text, tokens, clause.from(), clause.to());
    }

    private static String cut(String text, List<Token> tokens, int from, int to) {
        return text.substring(tokens.get(from).start(), tokens.get(to - 1).end())
                .strip();
    }
}
