package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void aTextInScopeTakenForOutOfScopeIsWrongAtTheThresholdAlone() {
        Metrics metrics = new Metrics(List.of(
                answer("a", "a", "a", 0.9),
                answer("a", "oos", "a", 0.6),
                answer("b", "a", "a", 0.5),
                answer("oos", "oos", "b", 0.8)));
        assertThat(metrics.accuracy()).isEqualTo(0.5);
        assertThat(metrics.inScopeAccuracy()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(metrics.inScopeAccuracyAtThreshold()).isEqualTo(1 / 3.0, within(1e-9));
        assertThat(metrics.outOfScopeRecall()).isEqualTo(1);
    }

    @Test
    void confidenceThatKeepsItsPromiseHasNoCalibrationError() {
        List<Metrics.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 1500; i++) answers.add(answer("a", i % 5 == 0 ? "b" : "a", "a", 0.8));
        assertThat(new Metrics(answers).calibrationError()).isEqualTo(0, within(1e-9));
        assertThat(new Metrics(answers.stream()
                                .map(a -> answer(a.right(), a.given(), "a", 0.95))
                                .toList())
                        .calibrationError())
                .isEqualTo(0.15, within(1e-9));
    }

    private static Metrics.Answer answer(String right, String given, String inScope, double confidence) {
        Example example = new Example("x", "x", right, Optional.empty(), "g", "f:1");
        return new Metrics.Answer(example, right, given, inScope, confidence, given.equals("oos") ? confidence : 0.1);
    }
}
