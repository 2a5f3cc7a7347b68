package kefu.routing.reviews.opinion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one clause: which aspects it speaks of, and how. */
final class ClauseReader {
    private final Clause clause;
    private final List<Judged> phrases;
    private final int rating;
    private final Map<String, Said> found = new LinkedHashMap<>();

    ClauseReader(Clause clause, List<Token> tokens, int rating) {
        this.clause = clause;
        this.phrases = Judged.of(clause, tokens);
        this.rating = rating;
    }

    /**
     * @param before what the clause before it in the sentence spoke of
     * @return by aspect
     */
    Map<String, Said> read(Map<String, Said> before) {
        for (var phrase : phrases)
            phrase.match()
                    .meaning()
                    .judges()
                    .forEach((aspect, polarity) -> add(aspect, new Said(polarity * phrase.sign(), true)));
        for (var phrase : phrases)
            for (var aspect : phrase.match().meaning().names())
                if (!found.containsKey(aspect)) named(aspect, phrase, before);
        if (found.isEmpty()) carried(before);
        return found;
    }

    private void named(String aspect, Judged name, Map<String, Said> before) {
        var said = beside(aspect, name);
        if (said.isEmpty()) said = byContext(before);
        said.ifPresent(known -> add(aspect, known));
    }

    /** The nearest opinion; in Chinese and English alike it mostly follows the name, so what follows is nearer. */
    private Optional<Said> beside(String aspect, Judged name) {
        int nearest = Integer.MAX_VALUE;
        var said = Optional.<Said>empty();
        for (var phrase : phrases) {
            if (phrase == name) continue;
            int polarity = polarity(phrase, aspect);
            if (polarity == 0) continue;
            int distance = phrase.match().from() >= name.match().to()
                    ? phrase.match().from() - name.match().to()
                    : 1 + name.match().from() - phrase.match().to();
            if (distance >= nearest) continue;
            nearest = distance;
            said = Optional.of(new Said(polarity * phrase.sign(), true));
        }
        return said;
    }

    private static int polarity(Judged phrase, String aspect) {
        var meaning = phrase.match().meaning();
        var beside = meaning.besides().get(aspect);
        return beside != null ? beside : meaning.general();
    }

    /** A name without a judgement: "but" tells the other side of the clause before it, else the stars tell. */
    private Optional<Said> byContext(Map<String, Said> before) {
        boolean judgesElse =
                phrases.stream().anyMatch(p -> !p.match().meaning().judges().isEmpty());
        if (judgesElse) return Optional.empty();
        if (clause.contrast()) {
            int sum = before.values().stream().mapToInt(Said::polarity).sum();
            if (sum != 0) return likely(-Integer.signum(sum));
            return rating >= 4 ? likely(-1) : Optional.empty();
        }
        if (rating >= 4) return likely(1);
        return rating <= 2 ? likely(-1) : Optional.empty();
    }

    /** A judgement that names nothing is about what was spoken of just before, unless it turns away from that. */
    private void carried(Map<String, Said> before) {
        if (before.size() != 1 || clause.contrast()) return;
        int sum = phrases.stream()
                .mapToInt(p -> p.match().meaning().general() * p.sign())
                .sum();
        if (sum != 0) add(before.keySet().iterator().next(), new Said(Integer.signum(sum), true));
    }

    private static Optional<Said> likely(int polarity) {
        return Optional.of(new Said(polarity, false));
    }

    private void add(String aspect, Said said) {
        found.merge(aspect, said, Said::and);
    }
}
