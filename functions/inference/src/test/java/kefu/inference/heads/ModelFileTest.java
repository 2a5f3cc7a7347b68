package kefu.inference.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
    private final Model model = model();

    @Test
    void aModelReadAgainJudgesAsBefore() {
        byte[] file = ModelFile.write(model);
        Model read = ModelFile.read(file, "test.kefu");
        Features features = read.space().features("cancel my order", new float[] {0.6f, 0.8f});
        assertThat(read.about()).isEqualTo(model.about());
        assertThat(read.classifier(Model.INTENT, true).orElseThrow().classify(features))
                .isEqualTo(model.classifier(Model.INTENT, true).orElseThrow().classify(features));
        assertThat(ModelFile.write(read)).isEqualTo(file);
    }

    @Test
    void anUtteranceAfterAHistoryIsJudgedAsBeforeToo() {
        float[] weights = new float[ContextHead.size()];
        for (int k = 0; k < weights.length; k++) weights[k] = k % 8 / 4f - 1;
        List<String> labels = model.classifiers().get(Model.INTENT).head().labels();
        Model hearing = model.with(new ContextHead(labels, weights, 1.5f), new ContextHead(labels, weights, 1));
        Model read = ModelFile.read(ModelFile.write(hearing), "test.kefu");
        Features features = read.space().features("where is it", new float[] {0.6f, 0.8f});
        History history = new History(List.of(new History.Turn("cancel my order", "order.cancel", "request", "order")));
        Classification alone = model.intent("where is it", features, History.NONE);
        Classification after = hearing.intent("where is it", features, history);
        assertThat(read.intent("where is it", features, history))
                .isEqualTo(after)
                .isNotEqualTo(alone);
        assertThat(hearing.intent("where is it", features, History.NONE)).isEqualTo(alone);
        assertThat(model.intent("where is it", features, history)).isEqualTo(alone);
        assertThat(after.ranked().stream()
                        .mapToDouble(Classification.Scored::probability)
                        .sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void aFileOfAnotherFormatIsRefusedWithBothNumbers() throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(body))) {
            out.writeInt(77);
        }
        assertThatThrownBy(() -> ModelFile.read(ModelFile.SEAL.seal(body.toByteArray()), "new.kefu"))
                .isInstanceOf(ModelProblem.class)
                .hasMessage("new.kefu has format 77, this program reads 1 to 4");
    }

    /** Format 3 did not say how much rarity counts, 2 had no words of its own, 1 no judges of what came before either. */
    @ParameterizedTest
    @CsvSource({"3, 4", "2, 8", "1, 10"})
    void aFileOfAnEarlierFormatIsReadWithoutWhatItLacks(int format, int lacks) throws IOException {
        Model plain = model(List.of("cancel my order", "where is my order", "hello"));
        byte[] file = ModelFile.write(plain);
        byte[] body = new InflaterInputStream(new ByteArrayInputStream(file, 40, file.length - 40)).readAllBytes();
        ByteBuffer.wrap(body).putInt(format);
        var earlier = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(earlier)) {
            out.write(body, 0, body.length - lacks);
        }
        Model read = ModelFile.read(ModelFile.SEAL.seal(earlier.toByteArray()), "old.kefu");
        assertThat(read.context()).isEmpty();
        assertThat(ModelFile.write(read)).isEqualTo(file);
    }

    @Test
    void aReadModelLetsRarityCountAsMuchAsBefore() {
        List<String> texts = List.of("cancel my order", "where is my order", "hello");
        FeatureSpace space = FeatureSpace.of(texts, 1, 0.5f).withRarity(0.5f);
        Model read = ModelFile.read(ModelFile.write(model(space)), "test.kefu");
        Features features = space.features("cancel my order", new float[2]);
        assertThat(read.space()
                        .features("cancel my order", new float[2])
                        .ngrams()
                        .values())
                .isEqualTo(features.ngrams().values());
        Features plain = FeatureSpace.of(texts, 1, 0.5f).features("cancel my order", new float[2]);
        assertThat(features.ngrams().values()).isNotEqualTo(plain.ngrams().values());
    }

    @Test
    void aReadModelMendsNamesThatNoDictionaryHas() {
        Model read = ModelFile.read(ModelFile.write(model), "test.kefu");
        assertThat(read.space().spellingCorrected("cancel my zorblax ordr")).isEqualTo("cancel my zorblax order");
        assertThat(read.space().spellingCorrected("cancel my kefuphnoe")).isEqualTo("cancel my kefuphone");
    }

    @Test
    void aCutFileIsRefusedWithItsName() {
        byte[] file = ModelFile.write(model);
        for (int length : List.of(0, 7, 30, 60, file.length - 1))
            assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(file, length), "cut.kefu"))
                    .isInstanceOf(ModelProblem.class)
                    .hasMessageContaining("cut.kefu");
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] file = ModelFile.write(model);
        file[file.length / 2 + 20] ^= 1;
        assertThatThrownBy(() -> ModelFile.read(file, "changed.kefu"))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aVectorOfAnotherEncoderIsRefused() {
        Features features = model.space().features("cancel", new float[] {1});
        assertThatThrownBy(
                        () -> model.classifier(Model.INTENT, true).orElseThrow().classify(features))
                .hasMessageContaining("another encoder");
    }

    private static Model model() {
        return model(List.of("cancel my order", "where is my order", "hello", "my kefuphone"));
    }

    private static Model model(List<String> texts) {
        return model(FeatureSpace.of(texts, 1, 0.5f));
    }

    private static Model model(FeatureSpace space) {
        List<String> labels = List.of("oos", "order.cancel", "order.status");
        float[][] weights = new float[2 + space.size() + 1][3];
        for (int f = 0; f < weights.length; f++)
            for (int l = 0; l < 3; l++) weights[f][l] = (float) Math.sin(f * 3 + l);
        Calibration calibration =
                new Calibration(0.4, Optional.of(new OutOfScope(new double[] {1, -2, -0.5, 0.1}, 0.5)));
        Classifier full = new Classifier(LinearHead.of(labels, weights, 2), calibration);
        Classifier alone =
                new Classifier(LinearHead.of(labels, Arrays.copyOfRange(weights, 2, weights.length), 0), calibration);
        return new Model(
                new Model.About("test", "1", "en", Optional.of("tiny"), 3, Map.of("accuracy", 0.5)),
                space,
                new TreeMap<>(Map.of(Model.INTENT, full)),
                new TreeMap<>(Map.of(Model.INTENT, alone)));
    }
}
