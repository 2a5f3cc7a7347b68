package kefu.routing.reviews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kefu.routing.reviews.opinion.Lexicon;
import kefu.routing.reviews.opinion.OpinionReader;

/** What reviews say, counted: read from the database, so that every replica counts the same. */
@ApplicationScoped
public class ReviewEvidence {
    /** Each aspect's counts with its best quotes of each side: short ones, those in the asked language first. */
    private static final String ASPECTS = """
            select aspect, mentions, praise, blame, review_id, quote, language, rating, polarity from (
                select a.aspect, a.review_id, a.quote, r.language, r.rating, a.polarity,
                       count(*) over whole as mentions,
                       count(*) filter (where a.polarity > 0) over whole as praise,
                       count(*) filter (where a.polarity < 0) over whole as blame,
                       row_number() over (
                           partition by a.aspect, a.polarity
                           order by (r.language = :language) desc, length(a.quote) between 8 and 90 desc, r.at desc, r.id
                       ) as place
                from review_aspect a join review r on r.id = a.review_id
                where a.product_id = :product
                window whole as (partition by a.aspect)) best
            where place <= :most order by mentions desc, aspect, place""";

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
        var query = entities.createNativeQuery(ASPECTS)
                .setParameter("product", productId)
                .setParameter("language", language)
                .setParameter("most", QUOTES_A_SIDE);
        var counts = new LinkedHashMap<String, Count>();
        var quotes = new HashMap<String, List<Quote>>();
        for (Object found : query.getResultList()) {
            var row = (Object[]) found;
            var aspect = (String) row[0];
            counts.put(aspect, new Count(number(row[1]), number(row[2]), number(row[3])));
            quotes.computeIfAbsent(aspect, _ -> new ArrayList<>())
                    .add(new Quote((String) row[4], (String) row[5], (String) row[6], number(row[7]), number(row[8])));
        }
        // A pack that dropped an aspect leaves old rows behind.
        counts.keySet().retainAll(lexicon.names().keySet());
        return counts.entrySet().stream()
                .map(entry -> opinion(entry.getKey(), entry.getValue(), quotes.get(entry.getKey())))
                .toList();
    }

    private record Count(int mentions, int praise, int blame) {}

    private AspectOpinion opinion(String aspect, Count count, List<Quote> quotes) {
        return new AspectOpinion(
                aspect,
                lexicon.names().get(aspect),
                count.mentions(),
                count.praise(),
                count.blame(),
                ordered(quotes, count));
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
