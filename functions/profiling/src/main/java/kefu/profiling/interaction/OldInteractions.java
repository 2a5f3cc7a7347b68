package kefu.profiling.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import kefu.chassis.retention.Kept;

/** Interactions are kept no longer than they may be. */
@ApplicationScoped
class OldInteractions implements Kept {
    private final InteractionConfig config;

    OldInteractions(InteractionConfig config) {
        this.config = config;
    }

    @Override
    public String table() {
        return "interaction";
    }

    @Override
    public String since() {
        return "received_at";
    }

    @Override
    public Duration keep() {
        return config.retention();
    }
}
