package kefu.recommendation.model.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kefu.recommendation.model.behaviour.Action.Kind;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LearnerTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final int PRODUCTS = 8;

    @Property(tries = 80)
    void theOrderInWhichCustomersComeDoesNotMatter(@ForAll @IntRange(max = 100_000) int seed) {
        var customers = customers(seed);
        var shuffled = new ArrayList<>(customers.keySet());
        Collections.shuffle(shuffled, new Random(seed + 1));
        var one = new Learner(Horizons.from(NOW));
        var other = new Learner(Horizons.from(NOW));
        customers.forEach(one::learn);
        shuffled.forEach(id -> {
            other.learn(id, customers.get(id));
            other.publish();
        });
        same(one.publish(), other.publish());
    }

    @Property(tries = 80)
    void learningACustomerAgainAndForgettingAnotherLeavesNoTrace(@ForAll @IntRange(max = 100_000) int seed) {
        var customers = customers(seed);
        var plain = new Learner(Horizons.from(NOW));
        var busy = new Learner(Horizons.from(NOW));
        customers(seed + 7).forEach((id, customer) -> busy.learn("gone-" + id, customer));
        busy.publish();
        customers.forEach((id, customer) -> {
            plain.learn(id, customer);
            busy.learn(id, Customer.UNKNOWN);
            busy.learn(id, customer);
            busy.learn(id, customer);
        });
        customers.keySet().forEach(id -> busy.forget("gone-" + id));
        var behaviour = busy.publish();
        same(plain.publish(), behaviour);
        assertThat(behaviour.customers()).isEqualTo(customers.size());
    }

    @Property(tries = 80)
    void likenessStaysBelowOne(@ForAll @IntRange(max = 100_000) int seed) {
        var learner = new Learner(Horizons.from(NOW));
        customers(seed).forEach(learner::learn);
        var behaviour = learner.publish();
        for (var product : products())
            for (var graph : List.of(behaviour.bought(), behaviour.viewed()))
                assertThat(graph.of(product))
                        .allSatisfy(neighbour -> assertThat(neighbour.likeness())
                                .isGreaterThan(0)
                                .isLessThan(1));
    }

    @Example
    void aSnapshotStaysAsItWasWhenLearningGoesOn() {
        var learner = new Learner(Horizons.from(NOW));
        for (var id : List.of("a", "b")) learner.learn(id, bought("tent", "mat"));
        var before = learner.publish();
        learner.forget("a");
        learner.publish();
        assertThat(before.bought().of("tent")).hasSize(1);
        assertThat(before.customer("a")).isPresent();
    }

    @Example
    void withholdingConsentTakesBackWhatACustomerContributed() {
        var learner = new Learner(Horizons.from(NOW));
        for (var id : List.of("a", "b")) learner.learn(id, bought("tent", "mat"));
        learner.learn("a", new Customer(bought("tent", "mat").history(), Taste.WITHHELD));
        assertThat(learner.publish().bought().of("tent")).isEmpty();
    }

    @Example
    void viewsOfDifferentVisitsDoNotGoTogether() {
        var learner = new Learner(Horizons.from(NOW));
        for (var id : List.of("a", "b", "c")) {
            var history = new History(List.of(
                    new Action("tent", Kind.VIEW, NOW.minus(Duration.ofHours(5))),
                    new Action("mat", Kind.VIEW, NOW.minus(Duration.ofHours(5)).plusSeconds(90)),
                    new Action("lamp", Kind.VIEW, NOW.minus(Duration.ofHours(1)))));
            learner.learn(id, new Customer(history, Taste.UNKNOWN));
        }
        assertThat(learner.publish().viewed().of("tent"))
                .extracting(Together.Neighbour::productId)
                .containsExactly("mat");
    }

    private static Customer bought(String... products) {
        return new Customer(
                new History(List.of(products).stream()
                        .map(id -> new Action(id, Kind.PURCHASE, NOW.minusSeconds(60)))
                        .toList()),
                Taste.UNKNOWN);
    }

    private static void same(Behaviour expected, Behaviour actual) {
        for (var product : products()) {
            assertThat(actual.popularity().of(product, NOW))
                    .isCloseTo(expected.popularity().of(product, NOW), within(1e-9));
            same(expected.bought().of(product), actual.bought().of(product));
            same(expected.viewed().of(product), actual.viewed().of(product));
        }
    }

    private static void same(List<Together.Neighbour> expected, List<Together.Neighbour> actual) {
        var left = byProduct(expected);
        var right = byProduct(actual);
        assertThat(right.keySet()).isEqualTo(left.keySet());
        left.forEach((id, neighbour) -> {
            assertThat(right.get(id).likeness()).isCloseTo(neighbour.likeness(), within(1e-9));
            assertThat(right.get(id).customers()).isEqualTo(neighbour.customers());
        });
    }

    private static Map<String, Together.Neighbour> byProduct(List<Together.Neighbour> neighbours) {
        var map = new TreeMap<String, Together.Neighbour>();
        for (var neighbour : neighbours) map.put(neighbour.productId(), neighbour);
        return map;
    }

    private static List<String> products() {
        return IntStream.range(0, PRODUCTS).mapToObj(i -> "p" + i).toList();
    }

    private static Map<String, Customer> customers(int seed) {
        var random = new Random(seed);
        var customers = new TreeMap<String, Customer>();
        for (int c = 0; c < 6; c++) {
            var actions = new ArrayList<Action>();
            var visit = NOW.minus(Duration.ofDays(random.nextInt(90)));
            for (int a = random.nextInt(10); a > 0; a--)
                actions.add(new Action(
                        "p" + random.nextInt(PRODUCTS),
                        Kind.values()[random.nextInt(Kind.values().length)],
                        visit.plusSeconds(random.nextInt(random.nextBoolean() ? 600 : 86_400))));
            customers.put("c" + c, new Customer(new History(actions), Taste.UNKNOWN));
        }
        return customers;
    }
}
