package kefu.routing.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.routing.reviews.opinion.Lexicon;
import kefu.routing.reviews.opinion.OpinionReader;

/** What reviews say, counted: read from the database, so that every replica counts the same. */
@ApplicationScoped
public class ReviewEvidence {
    private static final String QUOTES = """
            select aspect, review_id, quote, language, rating, polarity from (
                select a.aspect, a.review_id, a.quote, r.language, r.rating, a.polarity,
                       row_number() over (
                           partition by a.aspect, a.polarity
                           order by (r.language = :language) desc, length(a.quote) between 8 and 90 desc, r.at desc, r.id
                       ) as place
                from review_aspect a join review r on r.id = a.review_id
                where a.product_id = :product) best
            where place <= :most order by aspect, place""";

    private static final int QUOTES_A_SIDE = 2;

    private final EntityManager entities;
    private final Lexicon lexicon;
    private final OpinionReader reader;

    ReviewEvidence(EntityManager entities, Lexicon lexicon, OpinionReader reader) {
        this.entities = entities;
        this.lexicon = lexicon;
        this.reader = reader;
    }

    /** @param language whose quotes go first: {@code zh} or {@code en} */
    @Transactional
    public Evidence about(String productId, String language) {
        var totals = (Object[]) entities.createQuery(
                        "select count(*), coalesce(avg(rating), 0) from ReviewRow where productId = :product")
                .setParameter("product", productId)
                .getSingleResult();
        int reviews = number(totals[0]);
        double average = Math.round(((Number) totals[1]).doubleValue() * 100) / 100.0;
        var aspects = reviews == 0 ? List.<AspectOpinion>of() : aspects(productId, language);
        return new Evidence(productId, reviews, average, reviews < lexicon.floor(), aspects);
    }

    public Optional<AspectOpinion> aspect(String productId, String aspect, String language) {
        return about(productId, language).aspect(aspect);
    }

    /** @return the aspect that a question is about */
    public Optional<String> aspectIn(String question) {
        return reader.aspectIn(question);
    }

    private List<AspectOpinion> aspects(String productId, String language) {
        var counts = counts(productId);
        var quotes = quotes(productId, language);
        var aspects = new ArrayList<AspectOpinion>();
        counts.forEach((aspect, count) -> {
            // A pack that dropped an aspect leaves old rows behind.
            var name = lexicon.names().get(aspect);
            if (name != null)
                aspects.add(new AspectOpinion(
                        aspect,
                        name,
                        count.mentions(),
                        count.praise(),
                        count.blame(),
                        ordered(quotes.getOrDefault(aspect, List.of()), count)));
        });
        aspects.sort(Comparator.comparingInt(AspectOpinion::mentions).reversed());
        return aspects;
    }

    private record Count(int mentions, int praise, int blame) {}

    private Map<String, Count> counts(String productId) {
        var counts = new LinkedHashMap<String, Count>();
        entities.createQuery("""
                        select aspect, count(*), sum(case when polarity > 0 then 1 else 0 end),
                               sum(case when polarity < 0 then 1 else 0 end)
                        from ReviewAspectRow where productId = :product group by aspect order by aspect""", Object[].class)
                .setParameter("product", productId)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], new Count(number(row[1]), number(row[2]), number(row[3]))));
        return counts;
    }

    private Map<String, List<Quote>> quotes(String productId, String language) {
        var quotes = new HashMap<String, List<Quote>>();
        var query = entities.createNativeQuery(QUOTES)
                .setParameter("product", productId)
                .setParameter("language", language)
                .setParameter("most", QUOTES_A_SIDE);
        for (Object found : query.getResultList()) {
            var row = (Object[]) found;
            quotes.computeIfAbsent((String) row[0], _ -> new ArrayList<>())
                    .add(new Quote((String) row[1], (String) row[2], (String) row[3], number(row[4]), number(row[5])));
        }
        return quotes;
    }

    private static List<Quote> ordered(List<Quote> quotes, Count count) {
        int side = count.praise() >= count.blame() ? 1 : -1;
        return quotes.stream()
                .sorted(Comparator.comparingInt((Quote quote) -> -side * quote.polarity()))
                .toList();
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
