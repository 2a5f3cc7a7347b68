package kefu.recommendation.model;

import static kefu.recommendation.model.Shop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.behaviour.History;
import kefu.recommendation.model.behaviour.Horizons;
import kefu.recommendation.model.behaviour.Learner;
import kefu.recommendation.model.behaviour.Taste;
import kefu.recommendation.model.content.Catalogue;
import kefu.recommendation.model.content.Listed;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Predicts each customer's last purchase from those before, and compares with what sells best. */
class QualityTest {
    private static final Logger LOG = Logger.getLogger(QualityTest.class);
    private static final int AT = 5;

    private final BoughtHistories all = new BoughtHistories(42, 1_500, NOW);
    private final Map<String, Customer> known = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();

    @Test
    void theNextPurchaseIsPredictedBetterThanByPopularity() {
        all.byCustomer().forEach((id, actions) -> {
            last.put(id, actions.getLast().productId());
            known.put(id, new Customer(new History(actions.subList(0, actions.size() - 1)), Taste.UNKNOWN));
        });
        var snapshot = snapshot();
        var recommender = new Recommender(Settings.DEFAULT.withExplore(0));
        var ours = measure(id ->
                recommender
                        .recommend(snapshot, new Ask(known.get(id), Optional.empty(), "", AT, NOW), new Random(1))
                        .stream()
                        .map(pick -> pick.product().id())
                        .toList());
        var popular = bestSellers();
        var baseline = measure(id -> popular.stream()
                .filter(p -> !known.get(id).history().bought().containsKey(p))
                .limit(AT)
                .toList());
        LOG.infof("ours %s, popularity %s", ours, baseline);
        assertThat(ours.recall()).isGreaterThan(baseline.recall());
        assertThat(ours.ndcg()).isGreaterThan(baseline.ndcg());
    }

    /** @param recall share of customers whose next purchase was among the first five @param ndcg its discounted rank */
    private record Quality(double recall, double ndcg) {}

    private Quality measure(Function<String, List<String>> recommend) {
        double hits = 0;
        double gain = 0;
        for (var id : last.keySet()) {
            int at = recommend.apply(id).indexOf(last.get(id));
            if (at < 0) continue;
            hits++;
            gain += Math.log(2) / Math.log(at + 2);
        }
        return new Quality(hits / last.size(), gain / last.size());
    }

    private Snapshot snapshot() {
        var learner = new Learner(Horizons.from(NOW));
        known.forEach(learner::learn);
        var products = IntStream.range(0, BoughtHistories.PRODUCTS)
                .mapToObj(i -> Listed.of(Shop.product("p" + i, "Item" + i, ""), NOW.minusSeconds(1_000_000_000)))
                .toList();
        return new Snapshot(Catalogue.EMPTY.with(products), learner.publish());
    }

    private List<String> bestSellers() {
        return known.values().stream()
                .flatMap(customer -> customer.history().bought().keySet().stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
