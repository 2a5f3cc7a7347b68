package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import kefu.inference.training.Search.Chosen;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final int TEXTS = 100_000;

    private final List<Chosen> tried = new ArrayList<>();

    @Test
    void nGramsAloneTakeTheRarityOfTheLesserLoss() {
        Chosen low = search(chosen -> 0.9 - 0.1 * chosen.rarity()).best(false);
        assertThat(low.rarity()).isEqualTo(0.5f);
        Chosen high = search(chosen -> 0.9 + 0.01 * chosen.rarity()).best(false);
        assertThat(high.rarity()).isEqualTo(1);
        assertThat(high.encoderWeight()).isZero();
    }

    @Test
    void besideAnEncoderRarityStaysAsItIs() {
        search(chosen -> 0.9 - 0.1 * chosen.rarity()).best(true);
        assertThat(tried).extracting(Chosen::rarity).containsOnly(1f);
    }

    @Test
    void theWeightIsClimbedAndThenTheCost() {
        Chosen best = search(chosen -> 0.9 - bend(chosen.encoderWeight(), 2) - bend(chosen.cost(), 0.125))
                .best(true);
        assertThat(best.encoderWeight()).isCloseTo(2, withinPercentage(8));
        assertThat(best.cost()).isCloseTo(0.125, withinPercentage(8));
    }

    @Test
    void betweenTwoStepsTheParabolaTellsWhere() {
        Chosen best = search(chosen -> 0.9 - bend(chosen.encoderWeight(), 1.68)).best(true);
        assertThat(best.encoderWeight()).isCloseTo(1.68f, withinPercentage(8));
    }

    @Test
    void whereMoreIsAlwaysBetterItStopsAtTheEndOfTheLadder() {
        Chosen best =
                search(chosen -> 0.5 + 0.05 * Math.log(chosen.encoderWeight())).best(true);
        assertThat(best.encoderWeight()).isCloseTo(5.66f, withinPercentage(1));
    }

    @Test
    void noSettingIsTriedTwice() {
        search(chosen -> 0.9).best(true);
        assertThat(tried).doesNotHaveDuplicates();
    }

    private static double bend(double value, double best) {
        return 0.02 * Math.pow(Math.log(value / best), 2);
    }

    /** @param right the share of the texts that are answered right under given settings */
    private Search search(ToDoubleFunction<Chosen> right) {
        return new Search(chosen -> {
            tried.add(chosen);
            float[][] margins = new float[TEXTS][];
            for (int i = 0; i < TEXTS; i++)
                margins[i] = i < right.applyAsDouble(chosen) * TEXTS ? new float[] {1, -1} : new float[] {-1, 1};
            return new Scores(List.of("a", "b"), margins, new int[TEXTS]);
        });
    }
}
