package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLossTest {
    private static final float[] CANCEL = {1, -1, -1};
    private static final float[] OUTSIDE = {-1, 1, -1};
    private static final float[] UNSURE = {-1, -0.9f, -1};

    @Test
    void withoutAnyKnowledgeEachOfTwoLabelsIsGivenHalf() {
        var scores = new Scores(List.of("a", "b"), new float[][] {{1, 1}, {1, 1}}, new int[] {0, 1});
        assertThat(LogLoss.of(scores)).isCloseTo(Math.log(2), within(1e-6));
    }

    @Test
    void oneMoreRightAnswerHasTheLesserLoss() {
        assertThat(LogLoss.of(inScope(9))).isLessThan(LogLoss.of(inScope(8)));
    }

    @Test
    void aTextOutOfScopeThatIsToldLessSurelyCostsMore() {
        assertThat(LogLoss.of(withOutside(OUTSIDE))).isLessThan(LogLoss.of(withOutside(UNSURE)));
    }

    @Test
    void aTextOfNoKnownLabelIsLeftOut() {
        var known = inScope(8);
        var margins = Arrays.copyOf(known.margins(), known.margins().length + 1);
        margins[margins.length - 1] = new float[] {1, -1};
        var answers = Arrays.copyOf(known.answers(), margins.length);
        answers[margins.length - 1] = -1;
        assertThat(LogLoss.of(new Scores(known.labels(), margins, answers))).isCloseTo(LogLoss.of(known), within(1e-9));
    }

    /** @param right how many of ten answers are */
    private static Scores inScope(int right) {
        var margins = new float[10][];
        for (int i = 0; i < margins.length; i++) margins[i] = i < right ? new float[] {1, -1} : new float[] {-1, 1};
        return new Scores(List.of("a", "b"), margins, new int[10]);
    }

    /** Twenty texts in scope, and two out of it with these margins. */
    private static Scores withOutside(float[] outside) {
        var margins = new float[22][];
        var answers = new int[22];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = i < 20 ? (i % 2 == 0 ? CANCEL : new float[] {-1, -1, 1}) : outside;
            answers[i] = i < 20 ? (i % 2 == 0 ? 0 : 2) : 1;
        }
        return new Scores(List.of("cancel", "oos", "track"), margins, answers);
    }
}
