package kefu.routing.knowledge;

import java.util.List;
import java.util.Optional;
import kefu.model.Require;
import kefu.model.understanding.Embedding;

/**
 * A question to the knowledge base.
 *
 * @param language of the articles that may answer: {@code zh}, {@code en}, {@code zh-Hans}, ..
 * @param vector of the text; compared with vectors of the same encoder alone
 * @param tags what the question is thought to be about; articles that have one of them go first
 * @param limit most passages to find
 * @param sure whether only what surely answers counts, as for a reply; whoever searches also wants to see what is near
 */
public record KnowledgeQuery(
        String text, String language, Optional<Embedding> vector, List<String> tags, int limit, boolean sure) {
    public KnowledgeQuery {
        Require.text(text, "text");
        Require.text(language, "language");
        language = Languages.base(language);
        Require.present(vector, "vector");
        tags = Require.list(tags);
        Require.within(limit, 1, 100, "limit");
    }

    /** A question that a reply is to be made of. */
    public KnowledgeQuery(String text, String language, Optional<Embedding> vector, List<String> tags, int limit) {
        this(text, language, vector, tags, limit, true);
    }
}
