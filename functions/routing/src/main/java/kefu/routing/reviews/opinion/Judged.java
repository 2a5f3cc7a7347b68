package kefu.routing.reviews.opinion;

import java.util.ArrayList;
import java.util.List;
import kefu.routing.reviews.opinion.Meaning.Role;
import kefu.routing.reviews.opinion.Phrases.Match;

/** A phrase with whether it is negated. */
record Judged(Match match, boolean negated) {
    /** How many tokens after it a negation still reaches: "not at all that warm". */
    private static final int REACH = 3;

    int sign() {
        return negated ? -1 : 1;
    }

    /** What a negation denies is the first opinion after it, and those joined to that one by nothing or by "or". */
    static List<Judged> of(Clause clause, List<Token> tokens) {
        var judged = new ArrayList<Judged>();
        Match negation = null;
        Judged before = null;
        for (var match : clause.matches()) {
            if (match.meaning().role() == Role.NEGATES) {
                negation = match;
                continue;
            }
            if (!match.meaning().isOpinion()) {
                judged.add(new Judged(match, false));
                continue;
            }
            boolean negated = negation != null && match.from() - negation.to() <= REACH;
            boolean joined = before != null && before.negated() && joined(before.match(), match, tokens);
            before = new Judged(match, negated || joined);
            judged.add(before);
            negation = null;
        }
        return judged;
    }

    private static boolean joined(Match one, Match other, List<Token> tokens) {
        if (one.meaning().leaning() != other.meaning().leaning()) return false;
        if (other.from() == one.to()) return true;
        return other.from() == one.to() + 1
                && List.of("or", "nor", "和", "或", "及")
                        .contains(tokens.get(one.to()).form());
    }
}
