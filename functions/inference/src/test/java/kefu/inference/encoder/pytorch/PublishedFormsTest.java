package kefu.inference.encoder.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kefu.inference.bench.BertScript;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderFolder;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.Engines;
import kefu.inference.encoder.weights.BertWeights;
import kefu.inference.training.Train;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** A real encoder in each form that encoders are published in gives the same vectors. */
@QuarkusTest
class PublishedFormsTest {
    private static final List<String> TEXTS =
            List.of("where is my parcel", "i want my money back", "the lid is broken, so?");
    private static final EngineSettings USUAL = EngineSettings.usual(Engine.AUTO, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(EncoderFiles.Format.class)
    void everyFormGivesTheSameVectorsAndAModelIsTrainedBesideIt(EncoderFiles.Format format) throws IOException {
        Path encoder = published(format);
        EncoderFiles files = EncoderFolder.read(encoder, "en");
        assertThat(files.format()).isEqualTo(format);
        try (Encoder original = Engines.open(EncoderFiles.english(), USUAL, 64);
                Encoder read = Engines.open(files, USUAL, 64)) {
            float[][] expected = original.encode(TEXTS);
            float[][] found = read.encode(TEXTS);
            for (int i = 0; i < expected.length; i++) assertThat(found[i]).containsExactly(expected[i], within(1e-4f));
        }
        StringBuilder csv = new StringBuilder("text,label\n");
        for (String thing : List.of("lamp", "cup", "ring", "vase", "sofa", "desk", "rug", "bowl", "fork", "tray"))
            csv.append("where is my %1$s,status\ncancel the %1$s,cancel\n".formatted(thing));
        Path data = Files.writeString(folder.resolve("data.csv"), csv);
        Path out = folder.resolve("out");
        assertThat(new CommandLine(new Train())
                        .execute(
                                "--data",
                                data.toString(),
                                "--encoder",
                                encoder.toString(),
                                "--language",
                                "en",
                                "--out",
                                out.toString()))
                .isZero();
        assertThat(Files.readString(out.resolve("card.json"))).contains("published@sha256:");
    }

    @ParameterizedTest
    @EnumSource(EncoderFiles.Format.class)
    void aFileThatIsCutIsRefusedByItsName(EncoderFiles.Format format) throws IOException {
        Path encoder = published(format);
        EncoderFiles files = EncoderFolder.read(encoder, "en");
        try (RandomAccessFile file =
                new RandomAccessFile(encoder.resolve(files.model()).toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertThatThrownBy(() -> Engines.open(files, USUAL, 64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(files.model());
    }

    private Path published(EncoderFiles.Format format) throws IOException {
        EncoderFiles english = EncoderFiles.english();
        Path encoder = Files.createDirectories(folder.resolve("published"));
        try (InputStream tokenizer = english.openTokenizer();
                InputStream onnx = english.openModel()) {
            Files.copy(tokenizer, encoder.resolve("tokenizer.json"));
            if (format == EncoderFiles.Format.ONNX) Files.copy(onnx, encoder.resolve("model.onnx"));
        }
        if (format == EncoderFiles.Format.TORCHSCRIPT)
            BertScript.small().write(encoder.resolve("model.pt"), state(BertWeights.of(english)));
        if (format == EncoderFiles.Format.SAFETENSORS) {
            Files.delete(encoder.resolve("tokenizer.json"));
            Engines.prepare(2);
            try (BertModel model = new BertModel(english, DataType.FLOAT32, Device.cpu())) {
                SaveEncoder.to(encoder, model, english);
            }
        }
        return encoder;
    }

    private static float[] state(BertWeights weights) {
        List<BertScript.Weight> all = BertScript.small().weights();
        FloatBuffer state = FloatBuffer.allocate(
                all.stream().mapToInt(BertScript.Weight::size).sum());
        for (BertScript.Weight weight : all) {
            String layer = weight.name().replaceAll("\\.weight$", "");
            boolean product = layer.startsWith("encoder.") && weight.shape().length == 2;
            if (!product) {
                state.put(weights.get(weight.name()).data().duplicate());
                continue;
            }
            FloatBuffer inByOut = weights.matrix(layer).data();
            int out = weight.shape()[0];
            int in = weight.shape()[1];
            for (int o = 0; o < out; o++) for (int i = 0; i < in; i++) state.put(inByOut.get(i * out + o));
        }
        return state.array();
    }
}
