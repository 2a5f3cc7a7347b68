package kefu.chassis.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import kefu.chassis.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Removes what has been {@link Kept} long enough. In portions, each its own transaction: however much there is, nothing
 * stays locked for long, and replicas that meet take different rows.
 */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int PORTION = 5_000;

    private final List<Kept> kept;
    private final Sql sql;
    private final RetentionConfig config;
    private final Clock clock;
    private volatile Thread thread;

    Retention(@Any Instance<Kept> kept, Sql sql, RetentionConfig config, Clock clock) {
        this.kept = kept.stream().toList();
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** @return how many rows went */
    public int prune() {
        return kept.stream().mapToInt(this::prune).sum();
    }

    private int prune(Kept old) {
        var statement = """
                delete from %1$s where ctid = any (array(
                    select ctid from %1$s where %2$s < ? limit ? for update skip locked))""".formatted(old.table(), old.since());
        var before = clock.instant().minus(old.keep());
        int all = 0;
        while (true) {
            int removed = QuarkusTransaction.requiringNew().call(() -> sql.update(statement, before, PORTION));
            all += removed;
            if (removed < PORTION) return all;
        }
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("retention").daemon().start(this::run);
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
                LOG.warnf("What is old stays for now: %s", e.getMessage());
            }
        }
    }
}
