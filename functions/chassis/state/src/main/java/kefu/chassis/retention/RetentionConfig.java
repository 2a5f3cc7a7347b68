package kefu.chassis.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is kept what makes requests and events count once. */
@ConfigMapping(prefix = "kefu.retention")
interface RetentionConfig {
    /** After this an {@code Idempotency-Key} may be used anew. */
    @WithDefault("7d")
    Duration requests();

    /**
     * Longer than any topic keeps events by their age: one that is older does not come again. Compacted topics keep the
     * last event of a key for ever, and who reads them may see it twice without harm.
     */
    @WithDefault("100d")
    Duration events();

    /** How often old ones are removed. */
    @WithDefault("1h")
    Duration every();
}
