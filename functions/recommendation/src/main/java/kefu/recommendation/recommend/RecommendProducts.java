package kefu.recommendation.recommend;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import kefu.model.Ids;
import kefu.model.event.ProductsRecommended;
import kefu.model.event.ProductsRecommended.Shown;
import kefu.model.recommendation.Recommendations;
import kefu.model.recommendation.RecommendedProduct;
import kefu.recommendation.live.LiveModel;
import kefu.recommendation.model.Ask;
import kefu.recommendation.model.CategoryNames;
import kefu.recommendation.model.Pick;
import kefu.recommendation.model.Recommender;
import kefu.recommendation.model.Settings;
import kefu.recommendation.model.Weights;
import kefu.recommendation.model.behaviour.Customer;

/** Recommends products from memory; what was shown is told afterwards. */
@ApplicationScoped
class RecommendProducts {
    private final LiveModel model;
    private final Recommender recommender;
    private final Showings showings;
    private final Clock clock;
    private final Timer timer;

    RecommendProducts(LiveModel model, RecommendConfig config, Showings showings, Clock clock, MeterRegistry metrics) {
        this.model = model;
        this.recommender = new Recommender(settings(config));
        this.showings = showings;
        this.clock = clock;
        this.timer = Timer.builder("kefu.recommendation.model")
                .description("Time the model takes for one answer")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(metrics);
    }

    Recommendations recommend(Question question) {
        var now = clock.instant();
        var picks = timer.record(() -> picks(question, now));
        var id = Ids.next();
        if (!picks.isEmpty()) showings.add(showing(id, question, picks, now));
        return new Recommendations(
                id, picks.stream().map(RecommendProducts::product).toList());
    }

    private List<Pick> picks(Question question, Instant now) {
        var snapshot = model.now();
        var customer = question.customerId()
                .flatMap(id -> snapshot.behaviour().customer(id))
                .orElse(Customer.UNKNOWN);
        var ask = new Ask(customer, question.productId(), question.query(), question.limit(), now);
        return recommender.recommend(snapshot, ask, ThreadLocalRandom.current());
    }

    private static RecommendedProduct product(Pick pick) {
        var variant = pick.product().cheapest();
        return new RecommendedProduct(
                pick.product().id(),
                pick.product().name(),
                variant.price(),
                variant.currency(),
                rounded(pick.score()),
                pick.reason());
    }

    private static ProductsRecommended showing(String id, Question question, List<Pick> picks, Instant now) {
        var items = IntStream.range(0, picks.size())
                .mapToObj(i -> new Shown(
                        picks.get(i).product().id(),
                        i + 1,
                        rounded(picks.get(i).score()),
                        picks.get(i).source(),
                        picks.get(i).propensity()))
                .toList();
        return new ProductsRecommended(
                Ids.next(),
                now,
                now,
                id,
                question.customerId().orElse(null),
                question.conversationId().orElse(null),
                items);
    }

    private static double rounded(double score) {
        return Math.round(score * 1e6) / 1e6;
    }

    private static Settings settings(RecommendConfig config) {
        return new Settings(
                Weights.DEFAULT,
                config.explore(),
                config.relevance(),
                config.relevanceFloor(),
                config.boughtLately(),
                config.fading(),
                new CategoryNames(config.categoryNames()));
    }
}
