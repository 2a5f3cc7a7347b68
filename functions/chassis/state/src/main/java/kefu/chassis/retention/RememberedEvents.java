package kefu.chassis.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Which events were seen. */
@ApplicationScoped
class RememberedEvents implements Kept {
    private final RetentionConfig config;

    RememberedEvents(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public String table() {
        return "inbox";
    }

    @Override
    public String since() {
        return "seen_at";
    }

    @Override
    public Duration keep() {
        return config.events();
    }
}
