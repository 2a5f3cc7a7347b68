package kefu.analytics.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @Property(tries = 200)
    void everyQuantileIsWithinOnePercent(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0.01, max = 60_000) Double> values,
            @ForAll @DoubleRange(max = 1) double q) {
        var histogram = of(values);
        var sorted = values.stream().sorted().toList();
        double exact = sorted.get((int) Math.floor(q * (sorted.size() - 1)));
        assertThat(histogram.quantile(q).orElseThrow()).isCloseTo(exact, within(0.0101 * exact));
    }

    @Property(tries = 100)
    void addedHistogramsAreTheHistogramOfAll(
            @ForAll @Size(max = 50) List<@DoubleRange(max = 9_000) Double> some,
            @ForAll @Size(max = 50) List<@DoubleRange(max = 9_000) Double> others) {
        var sum = of(some);
        sum.add(of(others));
        var all = of(some);
        others.forEach(all::add);
        assertThat(sum.bins()).isEqualTo(all.bins());
        assertThat(sum.count()).isEqualTo(some.size() + others.size());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoDurationIsRefused(double value) {
        assertThatThrownBy(() -> new Histogram().add(value)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Histogram of(List<Double> values) {
        var histogram = new Histogram();
        values.forEach(histogram::add);
        return histogram;
    }
}
