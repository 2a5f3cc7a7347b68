package kefu.routing.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All passages as they were at one moment, by words and by meaning. Never changed; thread-safe. */
final class KnowledgeIndex {
    private final KnowledgeConfig config;
    private final Map<String, OneLanguage> byLanguage;
    private final Map<String, Map<String, float[]>> vectors;

    /** @param byEncoder encoder to passage digest to vector */
    KnowledgeIndex(KnowledgeConfig config, List<Article> articles, Map<String, Map<String, float[]>> byEncoder) {
        this.config = config;
        this.vectors = byEncoder;
        this.byLanguage = articles.stream()
                .flatMap(article -> Pieces.of(article).stream())
                .collect(Collectors.groupingBy(
                        piece -> piece.article().language(),
                        Collectors.collectingAndThen(
                                Collectors.toList(), pieces -> OneLanguage.of(pieces, byEncoder))));
    }

    private record OneLanguage(List<Piece> pieces, WordIndex words, Map<String, MeaningIndex> meanings) {
        static OneLanguage of(List<Piece> pieces, Map<String, Map<String, float[]>> byEncoder) {
            var meanings = new HashMap<String, MeaningIndex>();
            byEncoder.forEach((encoder, vectors) -> {
                if (pieces.stream().anyMatch(piece -> vectors.containsKey(piece.digest())))
                    meanings.put(encoder, new MeaningIndex(pieces, vectors));
            });
            return new OneLanguage(
                    pieces, new WordIndex(pieces.getFirst().article().language(), pieces), Map.copyOf(meanings));
        }
    }

    /** @return encoder to passage digest to vector */
    Map<String, Map<String, float[]>> vectors() {
        return vectors;
    }

    List<Piece> pieces() {
        return byLanguage.values().stream()
                .flatMap(language -> language.pieces().stream())
                .toList();
    }

    /** @return the passages that answer, the best first; none where nothing fits */
    List<Passage> search(KnowledgeQuery query) {
        var language = byLanguage.get(query.language());
        if (language == null) return List.of();
        var words = language.words().scores(query.text());
        var meaning = query.vector()
                .map(vector -> {
                    var index = language.meanings().get(vector.encoder());
                    return index == null ? null : index.scores(vector);
                })
                .orElse(null);
        var found = new ArrayList<Passage>();
        for (int i = 0; i < words.length; i++) {
            var piece = language.pieces().get(i);
            boolean known = meaning != null && !Double.isNaN(meaning[i]);
            double near = known ? meaning[i] : 0;
            // Without a vector words alone have to carry the answer.
            double weight = known ? config.meaningWeight() : 0;
            double score = weight * near + (1 - weight) * words[i];
            if (piece.article().tags().stream().anyMatch(query.tags()::contains)) score += config.tagBoost();
            if (score >= (query.sure() ? config.threshold() : config.searchThreshold()))
                found.add(passage(piece, score, near, words[i]));
        }
        found.sort(Comparator.comparingDouble(Passage::score).reversed());
        return List.copyOf(found.subList(0, Math.min(query.limit(), found.size())));
    }

    private static Passage passage(Piece piece, double score, double meaning, double words) {
        var article = piece.article();
        return new Passage(
                article.id(),
                article.language(),
                article.title(),
                piece.text(),
                piece.number(),
                score,
                meaning,
                words,
                article.tags());
    }
}
