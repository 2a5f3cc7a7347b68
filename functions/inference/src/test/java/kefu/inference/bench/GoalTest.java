package kefu.inference.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {
    @ParameterizedTest
    @CsvSource({"1.9, true", "2, true", "2.1, false"})
    void atMostIsMetUpToTheBound(double value, boolean met) {
        assertSaid(Goal.atMost("milliseconds", value, 2), "≤ 2.00", met);
    }

    @ParameterizedTest
    @CsvSource({"2.9, false", "3, true", "3.1, true"})
    void atLeastIsMetFromTheBoundOn(double value, boolean met) {
        assertSaid(Goal.atLeast("times as many", value, 3), "≥ 3.00", met);
    }

    private static void assertSaid(Goal goal, String bound, boolean met) {
        assertThat(goal.met()).isEqualTo(met);
        assertThat(goal.toString()).contains(bound).endsWith(met ? "met" : "MISSED");
    }
}
