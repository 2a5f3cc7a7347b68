package kefu.profiling.interaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is taken. */
@ConfigMapping(prefix = "kefu.interactions")
interface InteractionConfig {
    /** How many interactions one request may carry. */
    @WithDefault("500")
    int batch();

    /** How far ahead of this function's clock an interaction may lie. */
    @WithDefault("5m")
    Duration clockSkew();

    /** How long interactions are kept. */
    @WithDefault("730d")
    Duration retention();
}
