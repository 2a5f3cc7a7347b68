package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kefu.inference.heads.Features;
import kefu.inference.heads.LinearHead;
import kefu.inference.heads.SparseVector;
import org.junit.jupiter.api.Test;

class LinearFitTest {
    @Test
    void clustersAreToldApart() {
        Random random = new Random(3);
        List<Features> examples = new ArrayList<>();
        int[] answers = new int[300];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = i % 3;
            float[] vector = new float[4];
            for (int k = 0; k < 4; k++) vector[k] = (float) (random.nextGaussian() * 0.2 + (k == answers[i] ? 1 : 0));
            examples.add(new Features(new SparseVector(new int[] {i % 5}, new float[] {0.3f}), vector));
        }
        float[][] weights = LinearFit.weights(examples, answers, 3, 5, new LinearFit.Settings(1, 20, 1, 2));
        LinearHead head = LinearHead.of(List.of("a", "b", "c"), weights, 4);
        int right = 0;
        for (int i = 0; i < answers.length; i++) if (best(head.margins(examples.get(i))) == answers[i]) right++;
        assertThat(right).isGreaterThan(290);
    }

    private static int best(float[] margins) {
        int best = 0;
        for (int l = 1; l < margins.length; l++) if (margins[l] > margins[best]) best = l;
        return best;
    }
}
