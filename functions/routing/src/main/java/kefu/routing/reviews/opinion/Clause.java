package kefu.routing.reviews.opinion;

import java.util.ArrayList;
import java.util.List;
import kefu.routing.reviews.opinion.Meaning.Role;
import kefu.routing.reviews.opinion.Phrases.Match;

/**
 * A part of a sentence that makes one statement.
 *
 * @param from its first token @param to the token after it
 * @param sentence counts the sentences
 * @param contrast whether it tells the other side of what came before
 */
record Clause(int from, int to, int sentence, boolean contrast, List<Match> matches) {

    /** Cuts at commas and stops, and before words of contrast. */
    static List<Clause> of(List<Token> tokens, List<Match> matches) {
        var clauses = new ArrayList<Clause>();
        var inside = new ArrayList<Match>();
        int from = 0;
        int sentence = 0;
        int next = 0;
        boolean contrast = false;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean end = i == tokens.size() || tokens.get(i).kind() != Token.Kind.WORD;
            var match = next < matches.size() && matches.get(next).from() == i ? matches.get(next) : null;
            if (match != null) next++;
            boolean turns = match != null && match.meaning().role() == Role.CONTRASTS;
            if (match != null && !turns) inside.add(match);
            if (!end && !turns) continue;
            if (i > from) clauses.add(new Clause(from, i, sentence, contrast, List.copyOf(inside)));
            if (!inside.isEmpty() || !turns) contrast = false;
            inside.clear();
            from = turns ? match.to() : i + 1;
            if (turns) contrast = true;
            if (i < tokens.size() && tokens.get(i).kind() == Token.Kind.STOP) sentence++;
        }
        return clauses;
    }
}
