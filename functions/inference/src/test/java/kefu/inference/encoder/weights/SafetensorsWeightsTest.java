package kefu.inference.encoder.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsWeightsTest {
    private static final String WORDS = "embeddings.word_embeddings.weight";

    @ParameterizedTest
    @CsvSource({"F32,", "F16,", "BF16,", "F32,bert."})
    void numbersOfEachTypeAreReadBehindAnyPrefix(String type, String prefix) {
        String name = (prefix == null ? "" : prefix) + WORDS;
        int size = type.equals("F32") ? 4 : 2;
        ByteBuffer numbers = ByteBuffer.allocate(6 * size).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : new float[] {1, -2, 0.5f, 4, 8, -0.25f}) put(numbers, type, value);
        var weights = new SafetensorsWeights(file(header(name, type, "[2, 3]", 6 * size), numbers.array()));
        assertThat(weights.get(WORDS).data().get(1)).isEqualTo(-2);
        assertThat(weights.get(WORDS).data().get(5)).isEqualTo(-0.25f);
        assertThat(weights.matrix("embeddings.word_embeddings").shape()).containsExactly(3, 2);
        assertThat(weights.matrix("embeddings.word_embeddings").data().get(1)).isEqualTo(4);
        assertThatThrownBy(() -> weights.get("pooler.dense.weight")).hasMessageContaining("pooler.dense.weight");
    }

    @Test
    void brokenFilesAreRefused() {
        byte[] numbers = new byte[24];
        refused(ByteBuffer.wrap(new byte[] {1, 2}), "too short");
        refused(
                ByteBuffer.wrap("PK this is a zip file, not tensors".getBytes(StandardCharsets.UTF_8)),
                "no safetensors");
        refused(file("not json at all", numbers), "no JSON");
        refused(file(header("gpt.wte", "F32", "[2, 3]", 24), numbers), "no BERT encoder");
        refusedTensor(header(WORDS, "F32", "[2, 30]", 240), "cut short");
        refusedTensor(header(WORDS, "F32", "[2, 2]", 24), "24 bytes");
        refusedTensor(header(WORDS, "I16", "[2, 6]", 24), "I16");
    }

    private static void refused(ByteBuffer file, String said) {
        assertThatThrownBy(() -> new SafetensorsWeights(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    private static void refusedTensor(String header, String said) {
        var weights = new SafetensorsWeights(file(header, new byte[24]));
        assertThatThrownBy(() -> weights.get(WORDS)).hasMessageContaining(said);
    }

    private static String header(String name, String type, String shape, int bytes) {
        return "{\"%s\": {\"dtype\": \"%s\", \"shape\": %s, \"data_offsets\": [0, %d]}}"
                .formatted(name, type, shape, bytes);
    }

    private static ByteBuffer file(String header, byte[] numbers) {
        byte[] said = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + said.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(said.length)
                .put(said)
                .put(numbers)
                .flip();
    }

    private static void put(ByteBuffer to, String type, float value) {
        switch (type) {
            case "F32" -> to.putFloat(value);
            case "F16" -> to.putShort(Float.floatToFloat16(value));
            default -> to.putShort((short) (Float.floatToIntBits(value) >> 16));
        }
    }
}
