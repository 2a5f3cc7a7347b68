package kefu.profiling.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kefu.model.profile.Affinity;
import kefu.model.profile.Consents;
import kefu.model.profile.Profile;
import kefu.model.shop.OrderStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFoldTest {
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    static final FoldRules RULES = new FoldRules(
            Duration.ofDays(30),
            Duration.ofDays(365),
            Duration.ofDays(90),
            Set.of("greeting", "oos"),
            Set.of("promotion.info", "product.price"));

    @Test
    void aViewAHalfLifeAgoCountsHalf() {
        var profile = fold(view("old", daysAgo(30)), view("old", daysAgo(30)), view("new", NOON));

        assertThat(weight(profile.products(), "old")).isEqualTo(weight(profile.products(), "new"));
    }

    @Test
    void whatLiesBeyondTheHorizonDoesNotCount() {
        var profile = fold(view("ancient", daysAgo(366)), view("new", NOON));

        assertThat(profile.products()).extracting(Affinity::name).containsExactly("new");
    }

    @Test
    void anEventThatComesLateDoesNotMakeTheCustomerSeenEarlier() {
        assertThat(fold(view("a", NOON), view("b", daysAgo(3))).lastSeen()).isEqualTo(NOON);
    }

    @Test
    void aPurchaseToldByTheStorefrontAndByItsOrderCountsOnce() {
        var order = order("o1", OrderStatus.PENDING, "p1", "10.00", NOON);

        var told = fold(order, new Signal.Bought(NOON, "p1"));

        assertThat(told.products()).isEqualTo(fold(order).products());
    }

    @Test
    void aReturnedProductIsNoInterest() {
        var profile = fold(view("p1", NOON), new Signal.Drawn(NOON, "p1", -4), view("p2", NOON));

        assertThat(profile.products()).extracting(Affinity::name).containsExactly("p2");
    }

    @Test
    void theLaterStateOfAnOrderCountsWhicheverArrivesFirst() {
        var placed = order("o1", OrderStatus.PENDING, "p1", "10.00", daysAgo(2));
        var cancelled = order("o1", OrderStatus.CANCELLED, "p1", "10.00", daysAgo(1));

        assertThat(fold(placed, cancelled).orders()).isZero();
        assertThat(fold(cancelled, placed).orders()).isZero();
        assertThat(fold(cancelled, placed).averageOrder()).isNull();
    }

    @Test
    void theAverageOrderIsExactAndOfOneCurrency() {
        var profile = fold(
                order("o1", OrderStatus.DELIVERED, "p1", "10.10", NOON),
                order("o2", OrderStatus.DELIVERED, "p1", "10.05", NOON),
                new Signal.Ordered(
                        NOON,
                        new PlacedOrder(
                                "o3",
                                OrderStatus.DELIVERED,
                                NOON,
                                new BigDecimal("900"),
                                "CNY",
                                List.of("p2"),
                                NOON,
                                "e")));

        assertThat(profile.averageOrder()).isEqualTo(new BigDecimal("10.08"));
        assertThat(profile.orders()).isEqualTo(3);
    }

    @Test
    void categoriesGatherTheirProducts() {
        var profile = fold(view("p1", NOON), view("p2", NOON), view("p3", NOON));

        assertThat(profile.categories()).extracting(Affinity::name).containsExactly("shoes", "lamps");
        assertThat(weight(profile.categories(), "shoes")).isEqualTo(2.0 / 7, within(0.0001));
    }

    @Test
    void smallTalkIsNothingACustomerWants() {
        var profile = fold(asked("greeting"), asked("order.status"), asked("order.status"), asked("refund.status"));

        assertThat(profile.intents()).extracting(Affinity::name).containsExactly("order.status", "refund.status");
    }

    @Test
    void turnsAreCountedForEver() {
        assertThat(fold(new Signal.Turned(daysAgo(900)), new Signal.Turned(NOON))
                        .turns())
                .isEqualTo(2);
    }

    @Test
    void theLanguageIsTheOneUsedMost() {
        var profile = fold(new Signal.Wrote(NOON, "en"), new Signal.Wrote(NOON, "zh"), new Signal.Wrote(NOON, "zh"));

        assertThat(profile.language()).isEqualTo("zh");
    }

    @Test
    void satisfactionStartsInTheMiddleAndFollowsWhatIsSaid() {
        assertThat(fold(view("p", NOON)).satisfaction()).isEqualTo(0.5);
        assertThat(fold(new Signal.Felt(NOON, 1, 2)).satisfaction()).isEqualTo(2.5 / 3, within(0.0001));
        assertThat(fold(new Signal.Felt(NOON, 0, 2)).satisfaction()).isEqualTo(0.5 / 3, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, false, 0, new",
        "1, 0, false, 0, regular",
        "5, 0, false, 0, loyal",
        "1, 91, false, 0, regular|at_risk",
        "0, 91, false, 0, new",
        "1, 0, true, 0, regular|at_risk",
        "0, 0, false, 2, new|bargain_hunter"
    })
    void segmentsSayWhichKindOfCustomerItIs(
            int orders, int daysSilent, boolean unhappy, int bargainQuestions, String segments) {
        var evidence = Evidence.NONE.plus(new Signal.Seen(NOON));
        for (int i = 0; i < orders; i++)
            evidence = evidence.plus(order("o" + i, OrderStatus.DELIVERED, "p1", "10", NOON));
        if (unhappy) evidence = evidence.plus(new Signal.Felt(NOON, 0, 2));
        for (int i = 0; i < bargainQuestions; i++) evidence = evidence.plus(asked("product.price"));

        var profile = fold(evidence, NOON.plus(Duration.ofDays(daysSilent)));

        assertThat(profile.segments()).containsExactly(segments.split("\\|"));
    }

    @Test
    void ofSomebodyWithoutEvidenceNothingIsKnown() {
        assertThat(fold()).isEqualTo(Profile.unknown("c1"));
    }

    static Profile fold(Signal... signals) {
        return fold(Arrays.stream(signals).reduce(Evidence.NONE, Evidence::plus, (a, _) -> a), NOON);
    }

    static Profile fold(Evidence evidence, Instant now) {
        return new ProfileFold(RULES)
                .fold("c1", evidence, Map.of("p1", "shoes", "p2", "shoes", "p3", "lamps"), Consents.DEFAULT, 0, now);
    }

    private static Signal view(String product, Instant at) {
        return new Signal.Drawn(at, product, 1);
    }

    private static Signal asked(String intent) {
        return new Signal.Asked(NOON, intent);
    }

    private static Signal order(String id, OrderStatus status, String product, String total, Instant at) {
        return new Signal.Ordered(
                at,
                new PlacedOrder(
                        id, status, NOON, new BigDecimal(total), "USD", List.of(product), at, "e-" + id + status));
    }

    private static Instant daysAgo(int days) {
        return NOON.minus(Duration.ofDays(days));
    }

    private static double weight(List<Affinity> affinities, String name) {
        return affinities.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow()
                .weight();
    }
}
