package kefu.routing.understanding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where inference is, and how long a turn waits for it. */
@ConfigMapping(prefix = "kefu.inference")
interface InferenceConfig {
    /** Its address without a path. */
    String url();

    @WithDefault("300ms")
    Duration connectTimeout();

    /** From one byte to the next. */
    @WithDefault("2s")
    Duration readTimeout();
}
