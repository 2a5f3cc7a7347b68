package kefu.routing.dialogue.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kefu.model.shop.Product;
import kefu.model.turn.Source;
import kefu.routing.dialogue.Finding;
import kefu.routing.dialogue.Situation;
import kefu.routing.reviews.AspectOpinion;
import kefu.routing.reviews.ReviewEvidence;
import kefu.routing.store.Store;

/** What the reviews say, counted by aspect, with quotes; or that there are too few to say. */
@ApplicationScoped
class ReviewsEvidence implements Evidence {
    private static final int MOST_ASPECTS = 4;
    private static final int MOST_QUOTES = 2;
    /** An aspect that was asked about goes first where this many reviews speak of it. */
    private static final int ENOUGH = 5;

    private final Store store;
    private final ReviewEvidence reviews;

    ReviewsEvidence(Store store, ReviewEvidence reviews) {
        this.store = store;
        this.reviews = reviews;
    }

    @Override
    public String kind() {
        return "reviews";
    }

    @Override
    public boolean needsProduct() {
        return true;
    }

    @Override
    public Optional<Finding> find(Situation situation) {
        return Optional.ofNullable(situation.context().productId())
                .flatMap(store::product)
                .map(p -> say(p, situation));
    }

    private Finding say(Product product, Situation situation) {
        var evidence = reviews.about(product.id(), situation.language());
        var name = product.name().in(situation.language());
        if (evidence.tooFew()) {
            var text = situation.say("reviews.tooFew", Map.of("name", name, "reviews", evidence.reviews()));
            return new Finding(text, List.of(ProductTexts.source(product, situation)));
        }
        var aspects = weightiest(evidence.aspects(), situation);
        var sources = new ArrayList<Source>();
        var text = new StringBuilder(situation.say(
                "reviews.summary",
                Map.of(
                        "name", name,
                        "reviews", evidence.reviews(),
                        "rating", String.format(Locale.ROOT, "%.1f", evidence.averageRating()),
                        "aspects", counted(aspects, situation))));
        for (var aspect : aspects) {
            if (sources.size() == MOST_QUOTES) break;
            var unsaid = aspect.quotes().stream()
                    .filter(q -> sources.stream().noneMatch(said -> said.id().equals(q.reviewId())))
                    .findFirst();
            unsaid.ifPresent(quote -> {
                text.append(' ').append(situation.say("reviews.quote", Map.of("quote", quote.text())));
                sources.add(
                        new Source("review", quote.reviewId(), aspect.name().in(situation.language()), quote.text()));
            });
        }
        if (sources.isEmpty()) sources.add(ProductTexts.source(product, situation));
        return new Finding(text.toString(), sources);
    }

    /** The aspect that was asked about first, then those that most reviews speak of. */
    private List<AspectOpinion> weightiest(List<AspectOpinion> aspects, Situation situation) {
        var asked = reviews.aspectIn(situation.heard().text());
        return aspects.stream()
                .sorted(Comparator.comparing((AspectOpinion a) -> a.mentions() < ENOUGH
                        || asked.filter(a.aspect()::equals).isEmpty()))
                .limit(MOST_ASPECTS)
                .toList();
    }

    private static String counted(List<AspectOpinion> aspects, Situation situation) {
        boolean zh = situation.language().equals("zh");
        return aspects.stream()
                        .map(aspect -> {
                            boolean praised = aspect.praise() >= aspect.blame();
                            return situation.say(
                                    praised ? "reviews.aspect.praise" : "reviews.aspect.blame",
                                    Map.of(
                                            "aspect", aspect.name().in(situation.language()),
                                            "count", praised ? aspect.praise() : aspect.blame(),
                                            "mentions", aspect.mentions()));
                        })
                        .collect(Collectors.joining(zh ? "；" : "; "))
                + (aspects.isEmpty() ? "" : zh ? "。" : ".");
    }
}
