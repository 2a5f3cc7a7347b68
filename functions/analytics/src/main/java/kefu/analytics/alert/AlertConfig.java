package kefu.analytics.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When something needs attention. */
@ConfigMapping(prefix = "kefu.alerts")
interface AlertConfig {
    /** How often is looked. */
    @WithDefault("10s")
    Duration every();

    /** How long a metric is silent after an alert, unless it becomes critical. */
    @WithDefault("30m")
    Duration coolDown();

    /** The fewest turns, or conversations, of which a share says something. */
    @WithDefault("20")
    int fewest();

    /** How many standard deviations above its baseline a share must be. */
    @WithDefault("3")
    double deviations();

    /** By how much a share must be above its baseline to matter. */
    @WithDefault("0.05")
    double leastRise();

    /** The 95th percentile of latency, in milliseconds, that is critical however it was before. */
    @WithDefault("5000")
    double latencyLimit();

    /** The population stability index above which intents have drifted. */
    @WithDefault("0.2")
    double drift();

    /** The fewest turns in the hour and in the day before it of which drift says something. */
    @WithDefault("200")
    int fewestForDrift();
}
