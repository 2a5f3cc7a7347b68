package kefu.routing.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import kefu.chassis.retention.Kept;

/** Events of streams. The numbers of a stream go on where they were. */
@ApplicationScoped
class OldEvents implements Kept {
    private final StreamConfig config;

    OldEvents(StreamConfig config) {
        this.config = config;
    }

    @Override
    public String table() {
        return "stream_event";
    }

    @Override
    public String since() {
        return "at";
    }

    @Override
    public Duration keep() {
        return config.keep();
    }
}
