package kefu.inference.models;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kefu.inference.encoder.EngineSettings;

/** How inference runs. */
@ConfigMapping(prefix = "kefu.inference")
public interface InferenceConfig {
    /** The encoders. */
    Encoders encoder();

    /** The queue in front of each encoder. */
    Queue queue();

    /** Folder with model files beside those that come with Kefu; {@code en.kefu} and {@code zh.kefu} in it serve. */
    Optional<Path> models();

    /** A second model for a share of the requests, by language. */
    Map<String, Canary> canary();

    /** A language model that rewords. */
    Generation generation();

    /** Texts that one request may hold. */
    @WithDefault("128")
    int mostTexts();

    /** A model that a share of the requests goes to. */
    interface Canary {
        /** {@code name@version}. */
        String model();

        /** Share of the requests, 0 to 100. */
        @WithDefault("5")
        int percent();
    }

    /** Where the language model is. */
    interface Generation {
        /** Of an endpoint that speaks OpenAI's chat completions, up to and with {@code /v1}; without it nothing is generated. */
        Optional<URI> url();

        /** The model's name there. */
        @WithDefault("default")
        String model();

        /** File with the endpoint's key; without it none is sent. */
        Optional<Path> keyFile();

        /** How long a text may take from question to end. */
        @WithDefault("PT10S")
        Duration timeout();

        /** Tokens of a text. */
        @WithDefault("300")
        int mostTokens();
    }

    /** How encoders run. */
    interface Encoders {
        /** Whether there are encoders at all; without them n-grams serve alone. */
        @WithDefault("true")
        boolean enabled();

        /** {@code onnx}, {@code pytorch}, or {@code auto}: PyTorch on a GPU, ONNX Runtime on a CPU. */
        @WithDefault("auto")
        EngineSettings.Engine engine();

        /** {@code cpu}, {@code gpu}, or {@code auto}: a GPU where there is one that PyTorch can use. */
        @WithDefault("auto")
        EngineSettings.Device device();

        /** What PyTorch calculates in: {@code fp32} or {@code fp16}; DJL's arrays know no bf16. */
        @WithDefault("fp32")
        EngineSettings.Precision precision();

        /** Folder where encoders are kept as they load fastest; written after the first start, read at the later ones. */
        Optional<Path> prepared();

        /** Tokens kept of a text; without it as many as the model was trained with. */
        OptionalInt mostTokens();

        /** Folder of the encoder that {@code en.kefu} was trained beside, where it is not one that comes with Kefu. */
        Optional<Path> en();

        /** Folder of the encoder that {@code zh.kefu} was trained beside, where it is not one that comes with Kefu. */
        Optional<Path> zh();

        /**
         * Threads of a CPU that an encoder takes, in two passes of ONNX Runtime (an even number) or one of PyTorch; 0 for
         * all processors.
         */
        @WithDefault("0")
        int threads();
    }

    /** What waits for an encoder. */
    interface Queue {
        /** Texts that may wait for each encoder; beyond that a request is answered with 429. */
        @WithDefault("512")
        int capacity();

        /** Texts taken at once of those that wait; ONNX Runtime takes them in passes of at most 16. */
        @WithDefault("64")
        int mostPerPass();
    }
}
