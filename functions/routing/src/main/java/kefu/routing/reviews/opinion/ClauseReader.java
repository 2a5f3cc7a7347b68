package kefu.routing.reviews.opinion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads one clause: which aspects it speaks of, and how. */
final class ClauseReader {
    private final Clause clause;
    private final List<Judged> phrases;
    private final int rating;
    private final Map<String, Integer> found = new LinkedHashMap<>();

    ClauseReader(Clause clause, List<Token> tokens, int rating) {
        this.clause = clause;
        this.phrases = Judged.of(clause, tokens);
        this.rating = rating;
    }

    /**
     * @param before what the clause before it in the sentence spoke of
     * @return polarity by aspect
     */
    Map<String, Integer> read(Map<String, Integer> before) {
        for (var phrase : phrases)
            phrase.match().meaning().judges().forEach((aspect, polarity) -> add(aspect, polarity * phrase.sign()));
        for (var phrase : phrases)
            for (var aspect : phrase.match().meaning().names())
                if (!found.containsKey(aspect)) named(aspect, phrase, before);
        if (found.isEmpty()) carried(before);
        return found;
    }

    private void named(String aspect, Judged name, Map<String, Integer> before) {
        var said = beside(aspect, name);
        if (said.isEmpty()) said = byContext(before);
        said.ifPresent(polarity -> add(aspect, polarity));
    }

    /** The nearest opinion; in Chinese and English alike it mostly follows the name, so what follows is nearer. */
    private OptionalInt beside(String aspect, Judged name) {
        int nearest = Integer.MAX_VALUE;
        var said = OptionalInt.empty();
        for (var phrase : phrases) {
            if (phrase == name) continue;
            int polarity = polarity(phrase, aspect);
            if (polarity == 0) continue;
            int distance = phrase.match().from() >= name.match().to()
                    ? phrase.match().from() - name.match().to()
                    : 1 + name.match().from() - phrase.match().to();
            if (distance >= nearest) continue;
            nearest = distance;
            said = OptionalInt.of(polarity * phrase.sign());
        }
        return said;
    }

    private static int polarity(Judged phrase, String aspect) {
        var meaning = phrase.match().meaning();
        var beside = meaning.besides().get(aspect);
        return beside != null ? beside : meaning.general();
    }

    /** A name without a judgement: "but" tells the other side of the clause before it, else the stars tell. */
    private OptionalInt byContext(Map<String, Integer> before) {
        boolean judgesElse =
                phrases.stream().anyMatch(p -> !p.match().meaning().judges().isEmpty());
        if (judgesElse) return OptionalInt.empty();
        if (clause.contrast()) {
            int sum = before.values().stream().mapToInt(Integer::intValue).sum();
            if (sum != 0) return OptionalInt.of(-Integer.signum(sum));
            return rating >= 4 ? OptionalInt.of(-1) : OptionalInt.empty();
        }
        if (rating >= 4) return OptionalInt.of(1);
        return rating <= 2 ? OptionalInt.of(-1) : OptionalInt.empty();
    }

    /** A judgement that names nothing is about what was spoken of just before, unless it turns away from that. */
    private void carried(Map<String, Integer> before) {
        if (before.size() != 1 || clause.contrast()) return;
        int sum = phrases.stream()
                .mapToInt(p -> p.match().meaning().general() * p.sign())
                .sum();
        if (sum != 0) add(before.keySet().iterator().next(), Integer.signum(sum));
    }

    private void add(String aspect, int polarity) {
        found.merge(aspect, polarity, (one, other) -> one.equals(other) ? one : 0);
    }
}
