package kefu.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave. */
@ConfigMapping(prefix = "kefu.outbox")
interface OutboxConfig {
    /** How often to look for what another replica left behind. */
    @WithDefault("1s")
    Duration sweep();

    /** How many events leave together. */
    @WithDefault("200")
    int batch();

    /** How long others gather after some have left: those of a quiet moment leave at once, those of a busy one together. */
    @WithDefault("100ms")
    Duration gather();

    /** How long Kafka may take for a batch before it is tried again. */
    @WithDefault("5s")
    Duration patience();
}
