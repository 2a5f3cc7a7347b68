package kefu.inference.models;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** How inference runs. */
@ConfigMapping(prefix = "kefu.inference")
public interface InferenceConfig {
    /** The encoders. */
    Encoders encoder();

    /** The queue in front of each encoder. */
    Queue queue();

    /** Folder with {@code en.kefu} and {@code zh.kefu} to serve instead of the models that come with Kefu. */
    Optional<Path> models();

    /** Texts that one request may hold. */
    @WithDefault("128")
    int mostTexts();

    /** How encoders run. */
    interface Encoders {
        /** Whether there are encoders at all; without them n-grams serve alone. */
        @WithDefault("true")
        boolean enabled();

        /** {@code onnx}, {@code pytorch}, or {@code auto}: PyTorch on a GPU, ONNX Runtime on a CPU. */
        @WithDefault("auto")
        String engine();

        /** Tokens kept of a text; without it as many as the model was trained with. */
        OptionalInt mostTokens();

        /** Folder of the encoder that {@code en.kefu} was trained beside, where it is not one that comes with Kefu. */
        Optional<Path> en();

        /** Folder of the encoder that {@code zh.kefu} was trained beside, where it is not one that comes with Kefu. */
        Optional<Path> zh();

        /** Threads of one pass on a CPU; 0 for as many as there are processors. */
        @WithDefault("0")
        int threads();
    }

    /** What waits for an encoder. */
    interface Queue {
        /** Texts that may wait for each encoder; beyond that a request is answered with 429. */
        @WithDefault("512")
        int capacity();

        /** Texts that one pass takes of those that wait. */
        @WithDefault("64")
        int mostPerPass();
    }
}
