package kefu.chassis.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import kefu.chassis.sql.Sql;
import org.jboss.logging.Logger;

/** Removes what was remembered of requests and events once nobody can send them again. Any replica may; twice is once. */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

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
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        sql.update("delete from idempotent_request where answered_at < ?", now.minus(config.requests()))
                                + sql.update("delete from inbox where seen_at < ?", now.minus(config.events())));
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
            } catch (PersistenceException e) {
                LOG.warnf("Old requests and events stay for now: %s", e.getMessage());
            }
        }
    }
}
