package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import kefu.inference.training.Search.Chosen;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final int TEXTS = 1_000;

    private final List<Chosen> tried = new ArrayList<>();

    @Test
    void nGramsAloneTakeTheRarityUnderWhichMoreAreRight() {
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
        Chosen best = search(chosen ->
                        0.9 - 0.1 * Math.abs(chosen.encoderWeight() - 2) - 0.1 * Math.abs(chosen.cost() - 0.125))
                .best(true);
        assertThat(best).isEqualTo(new Chosen(2, 1, 0.125));
    }

    @Test
    void noSettingIsTriedTwice() {
        search(chosen -> 0.9).best(true);
        assertThat(tried).doesNotHaveDuplicates();
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
