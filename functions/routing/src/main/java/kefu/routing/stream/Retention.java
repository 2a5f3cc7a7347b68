package kefu.routing.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Removes events that are older than they are kept. A stream's numbers go on where they were. */
@ApplicationScoped
class Retention {
    private static final int AT_ONCE = 5_000;

    private final EntityManager entities;
    private final StreamConfig config;
    private final Clock clock;

    Retention(EntityManager entities, StreamConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** In small transactions, so that nobody who appends waits long. Replicas that meet take different rows. */
    @Scheduled(
            every = "1h",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void removeOld() {
        while (removeSome() == AT_ONCE) {}
    }

    private int removeSome() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("""
                        delete from stream_event where (stream, seq) in
                        (select stream, seq from stream_event where at < :oldest limit :most for update skip locked)""")
                        .setParameter("oldest", clock.instant().minus(config.keep()))
                        .setParameter("most", AT_ONCE)
                        .executeUpdate());
    }
}
