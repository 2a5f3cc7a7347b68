package kefu.routing.reviews.opinion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kefu.routing.reviews.opinion.Meaning.Role;

/** All phrases of a lexicon, found in a text at once, the longest first. Never changed; thread-safe. */
final class Phrases {
    private final Node root;

    private Phrases(Node root) {
        this.root = root;
    }

    /** A phrase in a text. @param from its first token @param to the token after it */
    record Match(int from, int to, Meaning meaning) {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        Meaning meaning;
    }

    /** @return the phrases from left to right; they do not overlap */
    List<Match> in(List<Token> tokens) {
        var matches = new ArrayList<Match>();
        int i = 0;
        while (i < tokens.size()) {
            var match = longest(tokens, i);
            if (match != null) matches.add(match);
            i = match == null ? i + 1 : match.to();
        }
        return matches;
    }

    private Match longest(List<Token> tokens, int from) {
        Match longest = null;
        var node = root;
        for (int i = from; i < tokens.size(); i++) {
            node = node.next.get(tokens.get(i).form());
            if (node == null) break;
            if (node.meaning != null) longest = new Match(from, i + 1, node.meaning);
        }
        return longest;
    }

    /** Collects phrases; a phrase that is added twice means both. */
    static final class Builder {
        private final Map<List<String>, Draft> drafts = new HashMap<>();

        private static final class Draft {
            final Set<String> names = new LinkedHashSet<>();
            final Map<String, Integer> judges = new LinkedHashMap<>();
            final Map<String, Integer> besides = new LinkedHashMap<>();
            int general;
            Role role = Role.NONE;
        }

        void naming(String phrase, String aspect) {
            draft(phrase).names.add(aspect);
        }

        void judging(String phrase, String aspect, int polarity) {
            draft(phrase).judges.put(aspect, polarity);
        }

        void beside(String phrase, String aspect, int polarity) {
            draft(phrase).besides.put(aspect, polarity);
        }

        void general(String phrase, int polarity) {
            draft(phrase).general = polarity;
        }

        void role(String phrase, Role role) {
            draft(phrase).role = role;
        }

        Phrases build() {
            var root = new Node();
            drafts.forEach((forms, draft) -> {
                var node = root;
                for (var form : forms) node = node.next.computeIfAbsent(form, _ -> new Node());
                node.meaning = new Meaning(
                        Set.copyOf(draft.names),
                        Map.copyOf(draft.judges),
                        Map.copyOf(draft.besides),
                        draft.general,
                        draft.role);
            });
            return new Phrases(root);
        }

        private Draft draft(String phrase) {
            var forms = Token.of(phrase).stream()
                    .filter(token -> token.kind() == Token.Kind.WORD)
                    .map(Token::form)
                    .toList();
            if (forms.isEmpty()) throw new IllegalArgumentException("aspects.yml: \"" + phrase + "\" has no words");
            return drafts.computeIfAbsent(forms, _ -> new Draft());
        }
    }
}
