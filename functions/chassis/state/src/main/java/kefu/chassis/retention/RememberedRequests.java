package kefu.chassis.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What was answered under an {@code Idempotency-Key}. */
@ApplicationScoped
class RememberedRequests implements Kept {
    private final RetentionConfig config;

    RememberedRequests(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public String table() {
        return "idempotent_request";
    }

    @Override
    public String since() {
        return "answered_at";
    }

    @Override
    public Duration keep() {
        return config.requests();
    }
}
