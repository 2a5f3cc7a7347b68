package kefu.routing.peer;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where another function is, and how long a turn waits for it before it does without. */
public interface PeerConfig {
    /** Its address without a path. */
    String url();

    /** How long until there is a connection: a new one, or one that others have done with. */
    @WithDefault("300ms")
    Duration connectTimeout();

    /** How long nothing may come over it. */
    @WithDefault("2s")
    Duration readTimeout();
}
