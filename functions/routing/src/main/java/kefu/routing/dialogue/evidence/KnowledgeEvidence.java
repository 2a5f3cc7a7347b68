package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import kefu.model.turn.Source;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.knowledge.Knowledge;
import kefu.routing.knowledge.KnowledgeQuery;

/** What the shop's articles say. */
@ApplicationScoped
class KnowledgeEvidence implements Evidence {
    private static final int PASSAGES = 1;

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
                .findFirst()
                .map(passage -> new Finding(
                        passage.text(),
                        List.of(new Source("knowledge", passage.articleId(), passage.title(), passage.text()))));
    }
}
