package kefu.chassis.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kefu.chassis.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Sends what lies in the outbox. One replica sends at a time, under an advisory lock of its transaction, so that the
 * order of a key holds however many replicas there are, and a killed one blocks nobody. A batch that Kafka did not
 * acknowledge stays where it is.
 */
@ApplicationScoped
class OutboxPublisher {
    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    /** Nothing where another replica of this schema is at it. */
    private static final String TAKE = """
            with turn as materialized
                (select pg_try_advisory_xact_lock(hashtextextended('kefu outbox ' || current_schema(), 0)) as mine)
            delete from outbox using turn where turn.mine and seq in (select seq from outbox order by seq limit ?)
            returning\s""" + OutboxRow.COLUMNS;

    private final Sql sql;
    private final OutboxProducer producer;
    private final OutboxConfig config;
    private final Semaphore work = new Semaphore(0);
    private volatile Thread thread;
    private volatile boolean reachable = true;

    OutboxPublisher(Sql sql, OutboxProducer producer, OutboxConfig config) {
        this.sql = sql;
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
                boolean some = sendAll();
                reachable = true;
                if (some) Thread.sleep(config.gather());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread == null) return;
                if (reachable) LOG.warnf("Events wait in the outbox: %s", e.getMessage());
                reachable = false;
            }
        }
    }

    /** @return whether there were any */
    private boolean sendAll() {
        boolean some = false;
        int sent = config.batch();
        while (thread != null && sent == config.batch()) {
            sent = sendBatch();
            some |= sent > 0;
        }
        return some;
    }

    /**
     * Taken out and committed only with Kafka's word for each row, so a crash between sends again rather than loses.
     * What another replica sent between this statement's snapshot and its lock is gone by then, and passed over.
     */
    private int sendBatch() {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            var rows = sql.all(TAKE, OutboxRow::read, config.batch()).stream()
                    .sorted(Comparator.comparingLong(OutboxRow::seq))
                    .toList();
            if (!rows.isEmpty()) producer.send(rows, config.patience());
            return rows.size();
        });
    }
}
