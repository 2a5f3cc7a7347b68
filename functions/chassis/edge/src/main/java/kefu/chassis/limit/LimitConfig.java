package kefu.chassis.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of one caller. */
@ConfigMapping(prefix = "kefu.limit")
interface LimitConfig {
    /** Requests that one caller may make a second, in the long run. */
    @WithDefault("100")
    double requestsPerSecond();

    /** Requests that one caller may make at once, after a pause. */
    @WithDefault("400")
    int burst();
}
