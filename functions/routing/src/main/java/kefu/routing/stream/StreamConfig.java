package kefu.routing.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How event streams are served. */
@ConfigMapping(prefix = "kefu.stream")
interface StreamConfig {
    /** How long a stream may be silent before a comment shows that it lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How often to look for events that no notification told of. */
    @WithDefault("1s")
    Duration poll();

    /** How many events one look at the table brings. */
    @WithDefault("100")
    int batch();

    /** How long events are kept; who comes back later reads the turns instead. */
    @WithDefault("30d")
    Duration keep();
}
