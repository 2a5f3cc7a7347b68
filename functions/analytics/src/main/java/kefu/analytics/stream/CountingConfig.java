package kefu.analytics.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How events are counted. */
@ConfigMapping(prefix = "kefu.analytics")
interface CountingConfig {
    /** How late an event may be, against the newest of its partition, to be counted in its own bucket. */
    @WithDefault("1h")
    Duration grace();

    /** How long buckets are kept: the longest window, the baseline of the alerts, and the grace. */
    @WithDefault("26h")
    Duration retention();

    /** How long an event's id is remembered, so that it counts once. */
    @WithDefault("26h")
    Duration duplicates();

    /** How long after it was shown a product's view, cart or purchase is said to follow from that. */
    @WithDefault("30m")
    Duration attribution();

    /** A secret under which customer ids are hashed before they are remembered, for as long as the attribution. */
    @WithDefault("local")
    String pseudonymKey();

    /** How often changed buckets are announced to all replicas. */
    @WithDefault("100ms")
    Duration announce();

    /** The topic on which they are; created where it is missing. */
    @WithDefault("analytics-board")
    String boardTopic();

    /** The folder of the local state; it is restored from Kafka where it is lost. */
    @WithDefault("${java.io.tmpdir}/kefu-analytics")
    Path state();
}
