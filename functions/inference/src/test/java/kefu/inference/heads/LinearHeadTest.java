package kefu.inference.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearHeadTest {
    private static final float[] NO_VECTOR = {};

    /** Two n-grams and a bias of one label. */
    private final LinearHead head = LinearHead.of(List.of("a"), new float[][] {{-4}, {0.5f}, {0.25f}}, 0);

    @Test
    void theLargestWeightIsKeptAndKeepsItsSign() {
        assertThat(margin(0)).isCloseTo(-4 + 0.25f, within(1e-6f));
    }

    @Test
    void aSmallerWeightIsKeptToHalfAStep() {
        assertThat(margin(1)).isCloseTo(0.5f + 0.25f, within(4f / Byte.MAX_VALUE / 2));
    }

    private float margin(int ngram) {
        return head.margins(new Features(new SparseVector(new int[] {ngram}, new float[] {1}), NO_VECTOR))[0];
    }
}
