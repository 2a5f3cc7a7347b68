package kefu.inference.encoder.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import kefu.inference.encoder.EncoderFiles;
import org.junit.jupiter.api.Test;

class WeightDeltaTest {
    private static final String BASE = "encoder-1.jar";
    private static final String MATRIX = "encoder.layer.1.output.dense";
    private static final String VECTOR = "encoder.layer.0.attention.output.LayerNorm.bias";

    private final byte[] onnx = onnx(EncoderFiles.english());

    @Test
    void whatChangedIsAddedAgainAndNothingElse() {
        BertWeights before = weights(onnx.clone());
        float[] matrix = changed(numbers(before.matrix(MATRIX)), 0.01f);
        float[] vector = changed(numbers(before.get(VECTOR)), 0.002f);
        WeightDelta delta = delta(before, matrix, vector);

        WeightDelta read = WeightDelta.read(delta.write(), "weights.delta");
        BertWeights after = weights(read.addTo(BASE, onnx.clone()));

        assertThat(numbers(after.matrix(MATRIX))).containsExactly(matrix, within(0.001f));
        assertThat(numbers(after.get(VECTOR))).containsExactly(vector, within(0.0002f));
        String untouched = "encoder.layer.2.intermediate.dense";
        assertThat(numbers(after.matrix(untouched))).isEqualTo(numbers(before.matrix(untouched)));
        assertThat(read.write()).isEqualTo(delta.write());
    }

    @Test
    void aFileThatIsCutOrAnotherIsRefused() {
        byte[] file = delta(weights(onnx.clone()), numbers(weights(onnx).matrix(MATRIX)), new float[384])
                .write();
        assertThatThrownBy(() -> WeightDelta.read(Arrays.copyOf(file, file.length - 1), "weights.delta"))
                .hasMessage("weights.delta is cut short or was changed: its checksum differs");
        assertThatThrownBy(() -> WeightDelta.read(new byte[100], "weights.delta"))
                .hasMessage("weights.delta is no file of an encoder's changes");
    }

    @Test
    void changesOfAnotherEncoderAreRefused() {
        BertWeights before = weights(onnx.clone());
        WeightDelta delta = delta(before, numbers(before.matrix(MATRIX)), changed(numbers(before.get(VECTOR)), 0.01f));
        assertThatThrownBy(() -> delta.addTo("encoder-2.jar", onnx.clone()))
                .hasMessage("has the changes of encoder-1.jar, and here is encoder-2.jar");
        assertThatThrownBy(() -> delta.addTo(BASE, onnx(EncoderFiles.chinese())))
                .hasMessage("has more or fewer weights of " + VECTOR + " than encoder-1.jar");
    }

    private static WeightDelta delta(BertWeights before, float[] matrix, float[] vector) {
        WeightDelta.Builder changes = new WeightDelta.Builder(BASE, before);
        changes.add(MATRIX, matrix);
        changes.add(VECTOR, vector);
        return changes.build();
    }

    private static float[] changed(float[] numbers, float most) {
        for (int i = 0; i < numbers.length; i++) numbers[i] += most * (float) Math.sin(i);
        return numbers;
    }

    private static float[] numbers(BertWeights.Tensor tensor) {
        float[] numbers = new float[tensor.data().remaining()];
        tensor.data().duplicate().get(numbers);
        return numbers;
    }

    private static BertWeights weights(byte[] onnx) {
        return new OnnxWeights(ByteBuffer.wrap(onnx));
    }

    private static byte[] onnx(EncoderFiles files) {
        return files.modelBytes();
    }
}
