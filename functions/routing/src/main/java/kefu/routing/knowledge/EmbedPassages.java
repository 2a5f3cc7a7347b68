package kefu.routing.knowledge;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kefu.model.understanding.EmbedRequest;
import kefu.routing.understanding.InferenceClient;
import org.jboss.logging.Logger;

/** Gets the passages their vectors, beside serving. While inference is away they wait, and words alone are searched. */
@ApplicationScoped
class EmbedPassages {
    private static final Logger LOG = Logger.getLogger(EmbedPassages.class);

    private final Knowledge knowledge;
    private final PassageVectors vectors;
    private final WantedEncoders wanted;
    private final KnowledgeConfig config;
    private final InferenceClient inference;
    private boolean away;

    EmbedPassages(
            Knowledge knowledge,
            PassageVectors vectors,
            WantedEncoders wanted,
            KnowledgeConfig config,
            InferenceClient inference) {
        this.knowledge = knowledge;
        this.vectors = vectors;
        this.wanted = wanted;
        this.config = config;
        this.inference = inference;
    }

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void embed() {
        try {
            var index = knowledge.index();
            var known = index.vectors();
            index.pieces().stream()
                    .collect(Collectors.groupingBy(piece -> piece.article().language()))
                    .forEach((language, pieces) -> embed(language, missing(language, pieces, known)));
            away = false;
        } catch (RuntimeException e) {
            if (!away) LOG.infof("Passages wait for their vectors: %s", e.getMessage());
            away = true;
        }
    }

    private List<Piece> missing(String language, List<Piece> pieces, Map<String, Map<String, float[]>> known) {
        var encoder = wanted.of(language);
        if (encoder.isPresent()) {
            var vectors = known.getOrDefault(encoder.get(), Map.of());
            return pieces.stream()
                    .filter(piece -> !vectors.containsKey(piece.digest()))
                    .toList();
        }
        return pieces.stream()
                .filter(piece -> known.values().stream().noneMatch(vectors -> vectors.containsKey(piece.digest())))
                .toList();
    }

    private void embed(String language, List<Piece> missing) {
        for (int from = 0; from < missing.size(); from += config.embedBatch()) {
            var batch = missing.subList(from, Math.min(missing.size(), from + config.embedBatch()));
            var texts = batch.stream().map(Piece::searched).toList();
            var embedded = inference.embed(new EmbedRequest(texts, language)).embeddings();
            if (embedded.size() != batch.size())
                throw new IllegalStateException(
                        "inference gave " + embedded.size() + " vectors for " + batch.size() + " texts");
            vectors.keep(batch, embedded);
            wanted.note(language, embedded.getFirst().encoder());
        }
    }
}
