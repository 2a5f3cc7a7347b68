package kefu.recommendation.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the model follows the database. */
@ConfigMapping(prefix = "kefu.recommendation.tail")
interface TailConfig {
    /** How often to look for what other replicas wrote; what this one wrote is looked at once it is committed. */
    @WithDefault("500ms")
    Duration every();

    /** The shortest time between two swaps of the snapshot: changes that come close together are learnt together. */
    @WithDefault("50ms")
    Duration pause();
}
