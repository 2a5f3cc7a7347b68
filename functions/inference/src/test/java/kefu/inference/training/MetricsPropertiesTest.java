package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MetricsPropertiesTest {
    @Property(tries = 200)
    void theAreaIsTheShareOfPairsInTheRightOrder(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 0, max = 9) Integer> scores, @ForAll long kinds) {
        double[] score = scores.stream().mapToDouble(Integer::doubleValue).toArray();
        boolean[] positive = new boolean[score.length];
        for (int i = 0; i < positive.length; i++) positive[i] = (kinds >> i & 1) == 1;
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < score.length; i++)
            for (int j = 0; j < score.length; j++)
                if (positive[i] && !positive[j]) {
                    pairs++;
                    right += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                }
        assertThat(Metrics.auroc(score, positive)).isEqualTo(pairs == 0 ? 0.5 : right / pairs, within(1e-9));
    }
}
