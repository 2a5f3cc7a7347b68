package kefu.chassis.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what lies in the outbox. One replica sends at a time, under an advisory lock of its transaction, so that the
 * order of a key holds however many replicas there are, and a killed one blocks nobody. A batch that Kafka did not
 * acknowledge stays where it is.
 */
@ApplicationScoped
class OutboxPublisher {
    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final long LOCK = 0x6B656675L; // "kefu"

    private final EntityManager entities;
    private final OutboxProducer producer;
    private final OutboxConfig config;
    private final Semaphore work = new Semaphore(0);
    private volatile Thread thread;
    private volatile boolean reachable = true;

    OutboxPublisher(EntityManager entities, OutboxProducer producer, OutboxConfig config) {
        this.entities = entities;
        this.producer = producer;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        // Known before it runs: it ends as soon as it finds itself unknown.
        var unstarted = Thread.ofPlatform().name("outbox").daemon().unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var running = thread;
        thread = null;
        if (running == null) return;
        wake();
        running.join(config.patience().toMillis());
    }

    /** There is something to send. Never blocks. */
    void wake() {
        work.release();
    }

    /** @return whether Kafka took what was sent last */
    boolean reachable() {
        return reachable;
    }

    private void run() {
        while (thread != null) {
            try {
                if (work.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) work.drainPermits();
                while (thread != null && sendBatch() == config.batch()) {}
                reachable = true;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread == null) return;
                if (reachable) LOG.warnf("Events wait in the outbox: %s", e.getMessage());
                reachable = false;
            }
        }
    }

    /** Marked as waiting only with Kafka's word for each row, so a crash between sends again rather than loses. */
    private int sendBatch() {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            var mine = (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
                    .setParameter("lock", LOCK ^ schema().hashCode())
                    .getSingleResult();
            if (!mine) return 0;
            var rows = entities.createQuery("from OutboxRow order by seq", OutboxRow.class)
                    .setMaxResults(config.batch())
                    .getResultList();
            if (rows.isEmpty()) return 0;
            producer.send(rows, config.patience());
            entities.createQuery("delete from OutboxRow where seq in :sent")
                    .setParameter("sent", rows.stream().map(row -> row.seq).toList())
                    .executeUpdate();
            return rows.size();
        });
    }

    private String schema() {
        return List.of(entities.getEntityManagerFactory().getProperties().getOrDefault("hibernate.default_schema", ""))
                .toString();
    }
}
