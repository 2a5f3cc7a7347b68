package kefu.inference.encoder.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderFolder;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.Engines;
import kefu.inference.encoder.TinyEncoder;
import kefu.inference.encoder.weights.WeightDelta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Quarkus test as the others that use engines: a native library belongs to the class loader that loaded it. */
@QuarkusTest
class FineTuneTest {
    private static final List<String> WORDS = List.of("red", "blue", "box", "cup", "not", "my", "the", "a");

    @TempDir
    Path folder;

    /** The label is whether "not" stands before the colour: a bag of words cannot tell, so the layers have to learn. */
    @Test
    void anEncoderOfRandomWeightsLearnsWhatOrderMeans() throws IOException {
        Engines.prepare(2);
        EncoderFiles files = EncoderFolder.read(TinyEncoder.write(folder.resolve("tiny"), WORDS, 1), "en");
        List<String> texts = new ArrayList<>();
        int[] answers = new int[600];
        Random random = new Random(3);
        for (int i = 0; i < answers.length; i++) {
            answers[i] = i % 2;
            String colour = random.nextBoolean() ? "red" : "blue";
            String rest = " " + WORDS.get(random.nextInt(2, 4)) + " " + WORDS.get(random.nextInt(5, 8));
            texts.add((answers[i] == 0 ? "not " + colour : colour + " not") + rest);
        }
        var settings = new FineTuneSettings(2, 12, 16, 3e-3f, 1e-2f, 0.05f, 0.05f, 12, 5);
        List<Double> losses = new ArrayList<>();
        Path saved = folder.resolve("tuned");
        double accuracy;
        float[][] before;
        try (Encoder encoder = Engines.open(files, EngineSettings.usual(Engine.AUTO, 2), 32)) {
            before = encoder.encode(List.of("not red box"));
        }
        try (FineTune tune = new FineTune(files, 32, 2, settings)) {
            accuracy = tune.train(
                    texts,
                    answers,
                    IntStream.range(0, 400).toArray(),
                    IntStream.range(400, 600).toArray(),
                    new FineTune.Listener() {
                        @Override
                        public void step(int done, int all, double loss) {
                            losses.add(loss);
                        }

                        @Override
                        public void epoch(int number, double accuracy) {
                            assertThat(accuracy).isBetween(0.0, 1.0);
                        }
                    });
            tune.save(saved);
        }
        assertThat(accuracy).isGreaterThan(0.9);
        assertThat(losses.getLast()).isLessThan(losses.getFirst() / 1.5);
        assertThat(Files.size(saved.resolve("model.safetensors"))).isGreaterThan(0);
        try (Encoder encoder =
                Engines.open(EncoderFolder.read(saved, "en"), EngineSettings.usual(Engine.AUTO, 2), 32)) {
            float[][] after = encoder.encode(List.of("not red box", "red not box"));
            assertThat(after[0]).isNotEqualTo(before[0]);
            assertThat(cosine(after[0], after[1])).isLessThan(0.9);
        }
    }

    @Test
    void ofAnEncoderThatComesWithKefuTheChangesAreKeptAndEveryEngineReadsThem() throws IOException {
        Engines.prepare(2);
        List<String> texts = List.of("where is my parcel", "the lid is in two pieces, so?");
        Path saved = folder.resolve("saved");
        FineTuneSettings settings = FineTuneSettings.usual(1, 2, 1);
        try (FineTune tune = new FineTune(EncoderFiles.english(), 64, 2, settings)) {
            tune.train(texts, new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 1}, new Silent());
            tune.save(saved);
        }
        assertThat(saved.toFile().list()).containsExactly("weights.delta");
        EncoderFiles changed = EncoderFolder.read(saved, "en");
        assertThat(changed.name()).matches("all-MiniLM-L6-v2\\+[0-9a-f]{8}");
        float[][] expected = vectors(EncoderFiles.english(), Engine.ONNX, texts);
        float[][] onnx = vectors(changed, Engine.ONNX, texts);
        float[][] pytorch = vectors(changed, Engine.PYTORCH, texts);
        for (int i = 0; i < expected.length; i++) {
            assertThat(pytorch[i]).containsExactly(onnx[i], within(1e-4f));
            assertThat(cosine(onnx[i], expected[i])).isBetween(0.5, 0.9999);
        }
    }

    @Test
    void whatWasNotTrainedDidNotChange() throws IOException {
        Path saved = folder.resolve("saved");
        try (FineTune untrained = new FineTune(EncoderFiles.english(), 64, 2, FineTuneSettings.usual(1, 1, 1))) {
            untrained.save(saved);
        }
        byte[] file = Files.readAllBytes(saved.resolve("weights.delta"));
        assertThat(WeightDelta.read(file, "weights.delta").isEmpty()).isTrue();
    }

    private static final class Silent implements FineTune.Listener {
        @Override
        public void step(int done, int all, double loss) {}

        @Override
        public void epoch(int number, double accuracy) {}
    }

    private static float[][] vectors(EncoderFiles files, Engine engine, List<String> texts) {
        try (Encoder encoder = Engines.open(files, EngineSettings.usual(engine, 2), 64)) {
            return encoder.encode(texts);
        }
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) sum += a[k] * b[k];
        return sum;
    }
}
