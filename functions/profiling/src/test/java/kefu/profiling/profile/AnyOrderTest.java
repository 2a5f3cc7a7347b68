package kefu.profiling.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kefu.model.shop.OrderStatus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyOrderTest {
    @Property(tries = 300)
    void theProfileIsTheSameInWhicheverOrderEventsArrive(
            @ForAll("signals") List<Signal> signals, @ForAll Random random) {
        var shuffled = new ArrayList<>(signals);
        Collections.shuffle(shuffled, random);

        assertThat(ProfileFoldTest.fold(shuffled.toArray(Signal[]::new)))
                .isEqualTo(ProfileFoldTest.fold(signals.toArray(Signal[]::new)));
    }

    @Property(tries = 200)
    void everyWeightIsWithinItsBounds(@ForAll("signals") List<Signal> signals) {
        var profile = ProfileFoldTest.fold(signals.toArray(Signal[]::new));

        assertThat(profile.satisfaction()).isBetween(0.0, 1.0);
        assertThat(profile.products()).allSatisfy(a -> assertThat(a.weight()).isBetween(0.0, 1.0));
        assertThat(profile.products()).hasSizeLessThanOrEqualTo(20);
    }

    @Provide
    Arbitrary<List<Signal>> signals() {
        var at = Arbitraries.longs()
                .between(0, 400L * 24 * 60)
                .map(minutes -> ProfileFoldTest.NOON.minus(Duration.ofMinutes(minutes)));
        var product = Arbitraries.of("p1", "p2", "p3", "p4");
        var share = Arbitraries.doubles().between(0, 1);
        Arbitrary<Signal> signal = Arbitraries.oneOf(
                Combinators.combine(at, product, Arbitraries.of(-4.0, -1.0, 1.0, 3.0))
                        .as(Signal.Drawn::new),
                Combinators.combine(at, product).as(Signal.Bought::new),
                Combinators.combine(at, Arbitraries.of("order.status", "product.price", "greeting"))
                        .as(Signal.Asked::new),
                Combinators.combine(at, Arbitraries.of("fabric", "size")).as(Signal.CaredFor::new),
                Combinators.combine(at, Arbitraries.of("zh", "en")).as(Signal.Wrote::new),
                Combinators.combine(at, share, share).as(Signal.Felt::new),
                Combinators.combine(at, Arbitraries.of("o1", "o2"), Arbitraries.of(OrderStatus.class), product)
                        .as(AnyOrderTest::ordered),
                at.map(Signal.Turned::new),
                at.map(Signal.Seen::new));
        return signal.list().ofMinSize(1).ofMaxSize(40);
    }

    private static Signal ordered(Instant at, String id, OrderStatus status, String product) {
        // As in life, one event says one thing: its id tells all that it says.
        return new Signal.Ordered(
                at,
                new PlacedOrder(id, status, at, BigDecimal.TEN, "USD", List.of(product), at, id + status + product));
    }
}
