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
    void aSavedEncoderGivesTheVectorsOfTheOneItWasMadeOf() throws IOException {
        List<String> texts = List.of("where is my parcel", "the lid is in two pieces, so?");
        Path saved = folder.resolve("saved");
        try (FineTune untrained = new FineTune(EncoderFiles.english(), 64, 2, FineTuneSettings.usual(1, 1, 1))) {
            untrained.save(saved);
        }
        try (Encoder original = Engines.open(EncoderFiles.english(), EngineSettings.usual(Engine.ONNX, 2), 64);
                Encoder copy =
                        Engines.open(EncoderFolder.read(saved, "en"), EngineSettings.usual(Engine.AUTO, 2), 64)) {
            float[][] expected = original.encode(texts);
            float[][] found = copy.encode(texts);
            for (int i = 0; i < expected.length; i++) assertThat(found[i]).containsExactly(expected[i], within(1e-4f));
        }
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) sum += a[k] * b[k];
        return sum;
    }
}
