package kefu.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderReference;
import kefu.inference.encoder.TinyEncoder;
import kefu.inference.heads.Model;
import kefu.inference.heads.ModelProblem;
import kefu.inference.training.Train;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A Quarkus test as the others that use engines: a native library belongs to the class loader that loaded it. */
@QuarkusTest
class AnotherEncoderTest {
    private static final List<String> WORDS =
            List.of("where", "is", "my", "cancel", "the", "please", "lamp", "cup", "ring");

    @TempDir
    Path folder;

    @Test
    void aModelServesBesideTheEncoderItWasTrainedBesideAndNoOther() throws IOException {
        Path encoder = TinyEncoder.write(folder.resolve("our-bert"), WORDS, 1);
        Path out = folder.resolve("models");
        assertThat(train("--encoder", encoder.toString(), "--out", out.toString()))
                .isZero();
        Files.move(out.resolve("model.kefu"), out.resolve("en.kefu"));

        Serving serving = load(out, Map.of("kefu.inference.encoder.en", encoder.toString()));
        assertThat(serving.encoder().map(Encoder::name)).contains("our-bert");
        assertThat(answer(serving, "please cancel the lamp")).isEqualTo("order.cancel");
        EncoderReference named =
                EncoderReference.parse(serving.model().about().encoder().orElseThrow());
        assertThat(named.checksum()).hasValueSatisfying(sum -> assertThat(sum).hasSize(64));

        TinyEncoder.write(encoder, WORDS, 2);
        Map<String, String> changed = Map.of("kefu.inference.encoder.en", encoder.toString());
        assertThat(load(out, changed).encoder()).isEmpty();
        assertThatThrownBy(() -> new FindEncoder(config(out, changed), Optional.empty()).files("en", named))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("holds another");
        assertThatThrownBy(() -> new FindEncoder(config(out, Map.of()), Optional.empty()).files("en", named))
                .hasMessageContaining("kefu.inference.encoder.en");
    }

    @Test
    void aFineTunedEncoderIsFoundBesideItsModel() throws IOException {
        Path encoder = TinyEncoder.write(folder.resolve("our-bert"), WORDS, 1);
        Path out = folder.resolve("models");
        assertThat(train("--encoder", encoder.toString(), "--fine-tune", "1", "--epochs", "2", "--out", out.toString()))
                .isZero();
        Files.move(out.resolve("model.kefu"), out.resolve("en.kefu"));
        Serving serving = load(out, Map.of());
        assertThat(serving.encoder().map(Encoder::name)).contains("en-encoder");
        assertThat(answer(serving, "where is my cup")).isEqualTo("order.status");
    }

    @Test
    void whatFineTuningChangedOfAnEncoderThatComesWithKefuIsFoundBesideItsModelWhereverThatLies() throws IOException {
        Path models = folder.resolve("models");
        String out = models.resolve("second").toString();
        assertThat(train("--fine-tune", "1", "--epochs", "1", "--out", out)).isZero();
        InferenceConfig config = config(models, Map.of());
        Serving serving = load(config, new ModelFolder(config.models()).read("second/model.kefu"));
        assertThat(serving.encoder().map(Encoder::name))
                .hasValueSatisfying(name -> assertThat(name).startsWith("all-MiniLM-L6-v2+"));
        assertThat(answer(serving, "where is my cup")).isEqualTo("order.status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theEncoderOfTheShopsModelIsThere(String language) {
        InferenceConfig config = config(folder, Map.of());
        ModelFolder.Loaded shop = new ModelFolder(config.models()).bundledModel(language);
        EncoderReference named =
                EncoderReference.parse(shop.model().about().encoder().orElseThrow());
        EncoderFiles found = new FindEncoder(config, Optional.empty()).files(language, named);
        assertThat(found.reference(named.mostTokens())).isEqualTo(named);
        assertThat(found.modelBytes()).isNotEmpty();
    }

    private int train(String... more) throws IOException {
        StringBuilder csv = new StringBuilder("text,label\n");
        for (String thing : List.of("lamp", "cup", "ring", "vase", "sofa", "desk", "rug", "bowl", "fork", "tray")) {
            csv.append("where is my ").append(thing).append(",order.status\n");
            csv.append("is the ").append(thing).append(" sent,order.status\n");
            csv.append("cancel the ").append(thing).append(",order.cancel\n");
            csv.append("please cancel my ").append(thing).append(",order.cancel\n");
        }
        Path data = Files.writeString(folder.resolve("data.csv"), csv);
        List<String> call = new java.util.ArrayList<>(List.of("--data", data.toString(), "--language", "en"));
        call.addAll(List.of(more));
        return new CommandLine(new Train()).execute(call.toArray(String[]::new));
    }

    private static String answer(Serving serving, String text) {
        Model model = serving.model();
        float[] vector = serving.encoder().orElseThrow().encode(List.of(text))[0];
        return model.classifier(Model.INTENT, true)
                .orElseThrow()
                .classify(model.space().features(text, vector))
                .best()
                .label();
    }

    private static Serving load(Path models, Map<String, String> settings) {
        InferenceConfig config = config(models, settings);
        return load(config, new ModelFolder(config.models()).first("en").orElseThrow());
    }

    private static Serving load(InferenceConfig config, ModelFolder.Loaded loaded) {
        var encoders = new LoadedEncoders(config, new SimpleMeterRegistry());
        var about = loaded.model().about();
        var encoder = about.encoder().flatMap(name -> encoders.get(about.language(), name, loaded.folder()));
        return new Serving(loaded.model(), loaded.checksum(), encoder);
    }

    private static InferenceConfig config(Path models, Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(InferenceConfig.class)
                .withDefaultValue("kefu.inference.models", models.toString());
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(InferenceConfig.class);
    }
}
