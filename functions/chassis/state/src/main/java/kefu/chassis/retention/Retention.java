package kefu.chassis.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import kefu.chassis.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Removes what was remembered of requests and events once nobody can send them again. Any replica may; twice is once. In
 * portions, each its own transaction: however much there is, nothing stays locked for long.
 */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int PORTION = 5_000;
    private static final String OLD_REQUESTS = """
            delete from idempotent_request where ctid = any (array(
                select ctid from idempotent_request where answered_at < ? limit ?))""";
    private static final String OLD_EVENTS = """
            delete from inbox where ctid = any (array(
                select ctid from inbox where seen_at < ? limit ?))""";

    private final Sql sql;
    private final RetentionConfig config;
    private final Clock clock;
    private volatile Thread thread;

    Retention(Sql sql, RetentionConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** @return how many rows went */
    public int prune() {
        var now = clock.instant();
        return remove(OLD_REQUESTS, now.minus(config.requests())) + remove(OLD_EVENTS, now.minus(config.events()));
    }

    private int remove(String statement, Instant before) {
        int all = 0;
        while (true) {
            int removed = QuarkusTransaction.requiringNew().call(() -> sql.update(statement, before, PORTION));
            all += removed;
            if (removed < PORTION) return all;
        }
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("retention").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        while (true) {
            try {
                Thread.sleep(config.every());
                prune();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Old requests and events stay for now: %s", e.getMessage());
            }
        }
    }
}
