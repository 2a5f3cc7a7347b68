package kefu.inference.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both engines give one text the same vector, which is the one kept here. A Quarkus test as the others that use engines: a
 * native library belongs to the class loader that loaded it.
 */
@QuarkusTest
class EnginesAgreeTest {
    private static final double NEAR = 1e-4;

    static Stream<EncoderFiles> encoders() {
        return Stream.of(EncoderFiles.english(), EncoderFiles.chinese());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void vectorsAreThoseKept(EncoderFiles files) {
        List<String> lines = kept(files.language());
        List<String> texts = lines.stream().map(line -> line.split("\t")[0]).toList();
        for (String engine : List.of("onnx", "pytorch")) {
            try (Encoder encoder = Engines.open(files, engine, 2, 64)) {
                float[][] together = encoder.encode(texts);
                for (int i = 0; i < texts.size(); i++) {
                    float[] expected = floats(lines.get(i).split("\t")[1]);
                    assertThat(together[i]).as(engine + ": " + texts.get(i)).containsExactly(expected, within((float)
                            NEAR));
                    // Alone a text has no padding beside it.
                    assertThat(encoder.encode(List.of(texts.get(i)))[0])
                            .containsExactly(expected, within((float) NEAR));
                }
            }
        }
    }

    private static float[] floats(String numbers) {
        String[] each = numbers.split(" ");
        float[] floats = new float[each.length];
        for (int k = 0; k < each.length; k++) floats[k] = Float.parseFloat(each[k]);
        return floats;
    }

    private static List<String> kept(String language) {
        try (var in = EnginesAgreeTest.class.getResourceAsStream("/vectors/" + language + ".tsv")) {
            return Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
