package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kefu.model.turn.Source;
import kefu.model.understanding.Intent;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.knowledge.Knowledge;
import kefu.routing.knowledge.KnowledgeQuery;
import kefu.routing.knowledge.Passage;
import kefu.routing.pack.IntentRule.Handling;

/** What the shop's articles say. */
@ApplicationScoped
class KnowledgeEvidence implements Evidence {
    private static final int PASSAGES = 12;
    /** Share of the question's words that an article beside a product's own facts has: by meaning alone any product's would do. */
    private static final double OF_A_PRODUCT = 0.3;
    /** The same where no intent is for the question: one word of two makes opened boxes of opening hours. */
    private static final double OF_ANYTHING = 0.75;

    private final Knowledge knowledge;

    KnowledgeEvidence(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public String kind() {
        return "knowledge";
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        var heard = situation.heard();
        var intent = situation.context().intent();
        var text =
                heard.text().isBlank() ? situation.pack().intent(intent).title().in(heard.language()) : heard.text();
        return knowledge
                .search(new KnowledgeQuery(
                        text,
                        heard.language(),
                        Optional.ofNullable(heard.understanding().embedding()),
                        intent == null ? List.of() : List.of(intent),
                        PASSAGES))
                .stream()
                .filter(passage -> passage.words() >= sharedWords(situation))
                .filter(passage -> !onlyOfItsOwn(situation) || passage.tags().contains(intent))
                // An article written for this very intent answers before one that shares words with the question.
                .min(Comparator.comparing(
                        (Passage p) -> intent == null || !p.tags().contains(intent)))
                .map(passage -> new Finding(
                        passage.text(),
                        List.of(new Source("knowledge", passage.articleId(), passage.title(), passage.text()))));
    }

    /** A price and what is in stock stand for themselves: what another article says of a word in the question is beside it. */
    private static boolean onlyOfItsOwn(Situation situation) {
        return !isOutOfScope(situation)
                && answersFrom(situation).stream().anyMatch(Set.of("price", "availability")::contains);
    }

    /** The context keeps what was wanted before. */
    private static boolean isOutOfScope(Situation situation) {
        return situation.intent().equals(Intent.OUT_OF_SCOPE);
    }

    private static List<String> answersFrom(Situation situation) {
        var intent = situation.context().intent();
        return intent != null && situation.pack().intent(intent).handling() instanceof Handling.Answer answer
                ? answer.from()
                : List.of();
    }

    /** @return the share of the question's words that a passage must have */
    private static double sharedWords(Situation situation) {
        if (isOutOfScope(situation)) return OF_ANYTHING;
        var from = answersFrom(situation);
        boolean aboutAProduct = from.contains("price") || from.contains("availability") || from.contains("product");
        return aboutAProduct ? OF_A_PRODUCT : 0;
    }
}
