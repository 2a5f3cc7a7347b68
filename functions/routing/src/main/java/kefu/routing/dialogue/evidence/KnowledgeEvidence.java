package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kefu.model.turn.Source;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.knowledge.Knowledge;
import kefu.routing.knowledge.KnowledgeQuery;
import kefu.routing.knowledge.Passage;

/** What the shop's articles say. */
@ApplicationScoped
class KnowledgeEvidence implements Evidence {
    private static final int PASSAGES = 12;

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
                // An article written for this very intent answers before one that shares words with the question.
                .min(Comparator.comparing(
                        (Passage p) -> intent == null || !p.tags().contains(intent)))
                .map(passage -> new Finding(
                        passage.text(),
                        List.of(new Source("knowledge", passage.articleId(), passage.title(), passage.text()))));
    }
}
