package kefu.routing.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kefu.chassis.problem.Problem;
import kefu.model.Page;
import kefu.model.understanding.EmbedRequest;
import kefu.model.understanding.Embedding;
import kefu.routing.understanding.InferenceClient;
import org.jboss.logging.Logger;

/** Lists articles, or finds those that answer. */
@ApplicationScoped
class FindArticles {
    private static final Logger LOG = Logger.getLogger(FindArticles.class);

    private final Articles articles;
    private final Knowledge knowledge;
    private final InferenceClient inference;

    FindArticles(Articles articles, Knowledge knowledge, InferenceClient inference) {
        this.articles = articles;
        this.knowledge = knowledge;
        this.inference = inference;
    }

    /** @param after the {@code next} of the page before, {@code id:language}; empty for the first page */
    Page<Found> list(Optional<String> language, String after, int limit) {
        int colon = after.lastIndexOf(':');
        if (!after.isEmpty() && colon < 0)
            throw Problem.badRequest("after is not the next of a page.").asException();
        var found = articles.list(
                language,
                after.isEmpty() ? "" : after.substring(0, colon),
                after.isEmpty() ? "" : after.substring(colon + 1),
                limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var last = page.isEmpty() ? null : page.getLast();
        return new Page<>(
                page.stream().map(article -> new Found(article, null)).toList(),
                found.size() > limit ? last.id() + ":" + last.language() : null);
    }

    /** @return the articles that answer, each with its best passage, the best first */
    List<Found> search(String question, String language, int limit) {
        var query = new KnowledgeQuery(question, language, vector(question, language), List.of(), 100, false);
        var best = new LinkedHashMap<String, Passage>();
        knowledge.search(query).forEach(passage -> best.putIfAbsent(passage.articleId(), passage));
        var found = new ArrayList<Found>();
        for (var passage : best.values()) {
            if (found.size() == limit) break;
            articles.find(passage.articleId(), passage.language())
                    .ifPresent(article -> found.add(new Found(article, match(passage))));
        }
        return List.copyOf(found);
    }

    /** Meaning helps where it can be had; words do without it. */
    private Optional<Embedding> vector(String question, String language) {
        try {
            return Optional.of(inference
                    .embed(new EmbedRequest(List.of(question), language))
                    .embeddings()
                    .getFirst());
        } catch (RuntimeException e) {
            LOG.debugf("Inference is away: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static Found.Match match(Passage passage) {
        return new Found.Match(passage.number(), passage.text(), Math.round(passage.score() * 1000) / 1000.0);
    }
}
