package kefu.inference.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.util.cuda.CudaUtils;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kefu.inference.encoder.EngineSettings.Device;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.EngineSettings.Precision;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both engines give one text the same vector, which is the one kept here. A Quarkus test as the others that use engines: a
 * native library belongs to the class loader that loaded it.
 */
@QuarkusTest
class EnginesAgreeTest {
    private static final float NEAR = 1e-4f;
    /** What 16 bits leave of a product of unit vectors. */
    private static final double NEARLY = 0.999;
    /** What 32 bits, rounded as the kept ones are, never differ by. */
    private static final double ROUNDED = 2e-5;

    @TempDir
    Path folder;

    static Stream<EncoderFiles> encoders() {
        return Stream.of(EncoderFiles.english(), EncoderFiles.chinese());
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void vectorsAreThoseKept(EncoderFiles files) {
        for (Engine engine : List.of(Engine.ONNX, Engine.PYTORCH)) assertKept(files, EngineSettings.usual(engine, 2));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void anEncoderKeptForTheNextStartGivesTheSameVectors(EncoderFiles files) throws IOException {
        EngineSettings settings = settings(Device.CPU, Precision.FP32);
        Engines.keep(files, settings);
        assertThat(prepared()).hasSize(1);
        assertKept(files, settings);
        assertThat(prepared()).hasSize(1);
    }

    @Test
    void whatIsKeptOfAChangedEncoderGoesWithTheLastModelBesideIt() throws IOException {
        for (String name : List.of("bge-small-zh-v1.5", "bge-small-zh-v1.5+0123abcd", "bge-small-zh-v1.5+89abcdef"))
            Files.createFile(Files.createDirectories(folder.resolve(name)).resolve("kept.ort"));
        Engines.keepOnly(Set.of("bge-small-zh-v1.5+0123abcd"), settings(Device.CPU, Precision.FP32));
        assertThat(folder.toFile().list()).containsOnly("bge-small-zh-v1.5", "bge-small-zh-v1.5+0123abcd");
    }

    @Test
    void whatWasKeptIsWhatIsRead() throws IOException {
        EngineSettings settings = settings(Device.CPU, Precision.FP32);
        Engines.keep(EncoderFiles.english(), settings);
        Path english = prepared().getFirst();
        Engines.keep(EncoderFiles.chinese(), settings);
        Path chinese = prepared().stream()
                .filter(file -> !file.equals(english))
                .findFirst()
                .orElseThrow();
        Files.copy(chinese, english, StandardCopyOption.REPLACE_EXISTING);
        try (Encoder encoder = Engines.open(EncoderFiles.english(), settings, 64)) {
            assertThat(encoder.width()).isEqualTo(512);
        }
    }

    @Test
    void aKeptEncoderThatIsCutIsMadeAnew() throws IOException {
        EncoderFiles files = EncoderFiles.english();
        EngineSettings settings = settings(Device.CPU, Precision.FP32);
        Engines.keep(files, settings);
        Path kept = prepared().getFirst();
        long whole = Files.size(kept);
        Files.write(kept, Arrays.copyOf(Files.readAllBytes(kept), 1_000));
        assertKept(files, settings);
        assertThat(prepared()).isEmpty();
        Engines.keep(files, settings);
        assertThat(prepared().getFirst()).hasSize(whole);
    }

    @Test
    void halfThePrecisionGivesNearlyTheSameVectors() {
        assertNearly(EncoderFiles.english(), settings(Device.CPU, Precision.FP16), "cpu");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aGpuGivesTheSameVectors(Precision precision) {
        Assumptions.assumeTrue(CudaUtils.getGpuCount() > 0, "there is no GPU here: the encoders on it are not tested");
        assertNearly(EncoderFiles.english(), settings(Device.GPU, precision), "gpu");
        assertNearly(EncoderFiles.chinese(), settings(Device.GPU, precision), "gpu");
    }

    private static void assertKept(EncoderFiles files, EngineSettings settings) {
        try (Encoder encoder = Engines.open(files, settings, 64)) {
            List<String> texts = texts(files);
            float[][] together = encoder.encode(texts);
            for (int i = 0; i < texts.size(); i++) {
                float[] expected = vector(files, i);
                assertThat(together[i])
                        .as(encoder.engine() + ": " + texts.get(i))
                        .containsExactly(expected, within(NEAR));
                // Alone a text has no padding beside it.
                assertThat(encoder.encode(List.of(texts.get(i)))[0]).containsExactly(expected, within(NEAR));
            }
        }
    }

    private static void assertNearly(EncoderFiles files, EngineSettings settings, String device) {
        try (Encoder encoder = Engines.open(files, settings, 64)) {
            assertThat(encoder.device()).isEqualTo(device);
            List<String> texts = texts(files);
            float[][] together = encoder.encode(texts);
            for (int i = 0; i < texts.size(); i++) {
                float[] expected = vector(files, i);
                double product = 0;
                double farthest = 0;
                for (int k = 0; k < expected.length; k++) {
                    product += together[i][k] * expected[k];
                    farthest = Math.max(farthest, Math.abs(together[i][k] - expected[k]));
                }
                assertThat(product).as(texts.get(i)).isGreaterThan(NEARLY);
                // Half as many bits leave their mark: without it nothing was calculated in them.
                if (settings.precision() == Precision.FP16)
                    assertThat(farthest).as(texts.get(i)).isGreaterThan(ROUNDED);
            }
        }
    }

    private EngineSettings settings(Device device, Precision precision) {
        return new EngineSettings(Engine.AUTO, device, precision, 2, 64, Optional.of(folder));
    }

    private List<Path> prepared() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> texts(EncoderFiles files) {
        return kept(files).stream().map(line -> line.split("\t")[0]).toList();
    }

    private static float[] vector(EncoderFiles files, int line) {
        String[] each = kept(files).get(line).split("\t")[1].split(" ");
        float[] floats = new float[each.length];
        for (int k = 0; k < each.length; k++) floats[k] = Float.parseFloat(each[k]);
        return floats;
    }

    private static List<String> kept(EncoderFiles files) {
        try (var in = EnginesAgreeTest.class.getResourceAsStream("/vectors/" + files.language() + ".tsv")) {
            return Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
