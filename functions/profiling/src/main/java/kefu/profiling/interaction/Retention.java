package kefu.profiling.interaction;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Interactions are kept no longer than they may be. */
@ApplicationScoped
class Retention {
    private final Interactions interactions;
    private final InteractionConfig config;
    private final Clock clock;

    Retention(Interactions interactions, InteractionConfig config, Clock clock) {
        this.interactions = interactions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${kefu.interactions.tidy:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void tidy() {
        interactions.delete("receivedAt < ?1", clock.instant().minus(config.retention()));
    }
}
