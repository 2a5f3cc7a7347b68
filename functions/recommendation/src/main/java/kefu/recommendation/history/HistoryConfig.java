package kefu.recommendation.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what customers did is kept. */
@ConfigMapping(prefix = "kefu.recommendation.history")
interface HistoryConfig {
    /** What is longer ago is deleted. */
    @WithDefault("730d")
    Duration remember();

    /** How long after an erasure late events of that time are still refused; longer than Kafka may lag behind. */
    @WithDefault("7d")
    Duration erasureGuard();
}
