package kefu.inference.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void aRatioIsTakenTurnByTurn() {
        double[] one = {2, 20, 2, 200, 2.2};
        double[] other = {1, 10, 1, 100, 1};
        assertThat(Timing.ratio(one, other)).isCloseTo(2, within(1e-9));
        assertThat(Timing.ratio(other, one)).isCloseTo(0.5, within(1e-9));
        assertThat(one).as("as it was").containsExactly(2, 20, 2, 200, 2.2);
    }

    @Test
    void theMedianMindsNoOutlier() {
        Timing timing = Timing.of(new double[] {3, 1, 1_000, 2, 2});
        assertThat(timing.median()).isEqualTo(2);
        assertThat(timing.p99()).isEqualTo(1_000);
    }
}
