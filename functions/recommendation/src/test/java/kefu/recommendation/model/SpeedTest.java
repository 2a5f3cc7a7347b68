package kefu.recommendation.model;

import static kefu.recommendation.model.Shop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kefu.model.shop.LocalText;
import kefu.recommendation.model.behaviour.Action;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.behaviour.History;
import kefu.recommendation.model.behaviour.Horizons;
import kefu.recommendation.model.behaviour.Learner;
import kefu.recommendation.model.behaviour.Taste;
import kefu.recommendation.model.content.Catalogue;
import kefu.recommendation.model.content.Listed;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The model answers from memory in far less than the two milliseconds it has. */
class SpeedTest {
    private static final Logger LOG = Logger.getLogger(SpeedTest.class);
    private static final int PRODUCTS = 3_000;
    private static final int CUSTOMERS = 8_000;
    private static final int ASKS = 1_500;

    private final Random random = new Random(5);
    private final Learner learner = new Learner(Horizons.from(NOW));
    private final List<Customer> customers = new ArrayList<>();

    @Test
    void halfOfAllAnswersTakeLessThanTwoMilliseconds() {
        var snapshot = snapshot();
        var recommender = new Recommender(Settings.DEFAULT);
        for (int i = 0; i < ASKS; i++) recommender.recommend(snapshot, ask(), random);
        var nanos = new long[ASKS];
        for (int i = 0; i < ASKS; i++) {
            var ask = ask();
            long start = System.nanoTime();
            var picks = recommender.recommend(snapshot, ask, random);
            nanos[i] = System.nanoTime() - start;
            assertThat(picks).hasSize(5);
        }
        Arrays.sort(nanos);
        LOG.infof(
                "p50 %d us, p90 %d us, p99 %d us",
                nanos[ASKS / 2] / 1000, nanos[ASKS * 9 / 10] / 1000, nanos[ASKS * 99 / 100] / 1000);
        assertThat(Duration.ofNanos(nanos[ASKS / 2])).isLessThan(Duration.ofMillis(2));
    }

    private Ask ask() {
        var page = random.nextBoolean() ? Optional.of(product()) : Optional.<String>empty();
        var query = random.nextInt(4) == 0 ? "word" + random.nextInt(400) + " 羊毛围巾" : "";
        return new Ask(customers.get(random.nextInt(CUSTOMERS)), page, query, 5, NOW);
    }

    private Snapshot snapshot() {
        var products = new ArrayList<Listed>();
        for (int i = 0; i < PRODUCTS; i++)
            products.add(Listed.of(
                    Shop.product(
                            "p" + i,
                            words(4),
                            "羊毛围巾 " + i,
                            "category" + i % 30,
                            Map.of("text", LocalText.of(words(40)), "material", LocalText.of("m" + i % 50))),
                    NOW));
        for (int c = 0; c < CUSTOMERS; c++) {
            var actions = new ArrayList<Action>();
            for (int a = 2 + random.nextInt(20); a > 0; a--)
                actions.add(new Action(
                        product(),
                        random.nextInt(5) == 0 ? Action.Kind.PURCHASE : Action.Kind.VIEW,
                        NOW.minusSeconds(random.nextInt(5_000_000))));
            var customer = new Customer(new History(actions), Taste.UNKNOWN);
            customers.add(customer);
            learner.learn("c" + c, customer);
        }
        return new Snapshot(Catalogue.EMPTY.with(products), learner.publish());
    }

    private String product() {
        double skewed = random.nextDouble() * random.nextDouble() * random.nextDouble();
        return "p" + (int) (skewed * PRODUCTS);
    }

    private String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++)
            words.append("word").append(random.nextInt(400)).append(' ');
        return words.toString();
    }
}
