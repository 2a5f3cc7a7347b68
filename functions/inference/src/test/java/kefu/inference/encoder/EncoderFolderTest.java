package kefu.inference.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kefu.inference.encoder.EncoderFiles.Format;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderFolderTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void anEncoder() throws IOException {
        folder = TinyEncoder.write(temporary.resolve("our-bert"), List.of("hello"), 1);
    }

    @Test
    void aFolderWithAnEncoderAndTheChangesOfAnotherIsRefused() throws IOException {
        Files.write(folder.resolve("weights.delta"), new byte[100]);
        assertThatThrownBy(() -> EncoderFolder.read(folder, "en"))
                .hasMessageContaining("holds an encoder and weights.delta, what changed of another: leave one of them");
        Files.delete(folder.resolve("tokenizer.json"));
        assertThatThrownBy(() -> EncoderFolder.read(folder, "en"))
                .hasMessageContaining("weights.delta is no file of an encoder's changes");
    }

    @Test
    void aFolderAsItIsPublishedIsRead() throws IOException {
        Files.createDirectory(folder.resolve("1_Pooling"));
        Files.writeString(folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
        EncoderFiles files = EncoderFolder.read(folder, "en");
        assertThat(files.name()).isEqualTo("our-bert");
        assertThat(files.format()).isEqualTo(Format.SAFETENSORS);
        assertThat(files.pooling()).isEqualTo(Pooling.FIRST);
        assertThat(files.shape()).contains(new BertShape(4, 1e-12f, 0, 40));
    }

    @Test
    void anOnnxFileIsPreferredAndNeedsNoConfig() throws IOException {
        Files.delete(folder.resolve("config.json"));
        Files.createDirectory(folder.resolve("onnx"));
        Files.writeString(folder.resolve("onnx/model.onnx"), "");
        EncoderFiles files = EncoderFolder.read(folder, "en");
        assertThat(files.format()).isEqualTo(Format.ONNX);
        assertThat(files.model()).isEqualTo("onnx/model.onnx");
        assertThat(files.pooling()).isEqualTo(Pooling.MEAN);
    }

    @Test
    void positionsOfRobertaBeginLater() throws IOException {
        config("{\"model_type\": \"xlm-roberta\", \"num_attention_heads\": 4, \"max_position_embeddings\": 514}");
        assertThat(EncoderFolder.read(folder, "en").shape()).contains(new BertShape(4, 1e-12f, 2, 512));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tokenizer.json    | has no tokenizer.json
            model.safetensors | has no model.onnx, model.safetensors or TorchScript .pt file
            config.json       | no config.json
            """)
    void whatIsMissingIsSaid(String file, String said) throws IOException {
        Files.delete(folder.resolve(file));
        assertThatThrownBy(() -> EncoderFolder.read(folder, "en"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model_type": "t5", "num_attention_heads": 4}                                           | of type t5
            {"model_type": "bert"}                                                                   | num_attention_heads
            {"num_attention_heads": 4, "hidden_act": "relu"}                                         | relu
            {"num_attention_heads": 4, "position_embedding_type": "relative_key"}                    | relative positions
            heads: 4                                                                                 | config.json is no JSON
            """)
    void anotherKindOfEncoderIsRefusedWithTheReason(String config, String said) throws IOException {
        config(config);
        assertThatThrownBy(() -> EncoderFolder.read(folder, "en")).hasMessageContaining(said);
    }

    @Test
    void weightsInSeveralFilesAreRefused() throws IOException {
        Files.move(folder.resolve("model.safetensors"), folder.resolve("model-00001-of-00002.safetensors"));
        Files.writeString(folder.resolve("model-00002-of-00002.safetensors"), "");
        assertThatThrownBy(() -> EncoderFolder.read(folder, "en")).hasMessageContaining("several files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-MiniLM-L6-v2", "all-MiniLM-L6-v2#128", "our-bert@sha256:00ff#64", "our@sha256:ab#256"})
    void aReferenceIsReadAsItWasWritten(String reference) {
        EncoderReference read = EncoderReference.parse(reference);
        assertThat(EncoderReference.parse(read.toString())).isEqualTo(read);
        assertThat(read.toString()).isEqualTo(reference.replace("#64", ""));
    }

    @Test
    void otherWeightsHaveAnotherChecksum() throws IOException {
        Optional<String> one = EncoderFolder.read(folder, "en").reference(64).checksum();
        TinyEncoder.write(folder, List.of("hello"), 2);
        assertThat(EncoderFolder.read(folder, "en").reference(64).checksum())
                .isPresent()
                .isNotEqualTo(one);
        assertThat(EncoderFiles.english().reference(64).checksum()).isEmpty();
    }

    private void config(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
    }
}
