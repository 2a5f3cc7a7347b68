package kefu.chassis.schema;

import static jakarta.interceptor.Interceptor.Priority.PLATFORM_BEFORE;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kefu.chassis.problem.TransientFailure;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the tables up to date beside the start, of which the questions to the database were a quarter. No connection is
 * handed out before they are: whoever asks for one waits for a while. Flyway itself connects past the pool. A function
 * whose database is away waits for it, alive and not ready; one whose tables cannot be brought up to date ends.
 */
@Singleton
class Migration implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** As long as a connection is waited for. */
    private static final long PATIENCE_SECONDS = 10;

    private static final String CONNECTION_DOES_NOT_EXIST = "08003";

    private final Instance<Flyway> flyway;
    private final CountDownLatch upToDate = new CountDownLatch(1);
    private volatile Thread thread;
    private volatile boolean ending;

    Migration(Instance<Flyway> flyway) {
        this.flyway = flyway;
    }

    void start(@Observes @Priority(PLATFORM_BEFORE) StartupEvent event) {
        thread = Thread.ofPlatform().name("migration").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        ending = true;
        if (thread != null) thread.interrupt();
    }

    boolean isUpToDate() {
        return upToDate.getCount() == 0;
    }

    private void run() {
        try {
            while (!migrated()) Thread.sleep(PAUSE);
            upToDate.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Interrupted, it fails in many ways, of which none says anything about the tables.
            if (ending) return;
            LOG.error("The tables cannot be brought up to date", e);
            Quarkus.asyncExit(1);
        }
    }

    /** @return false when the database is away */
    private boolean migrated() {
        try {
            flyway.get().migrate();
            return true;
        } catch (RuntimeException e) {
            if (ending || !TransientFailure.is(e)) throw e;
            LOG.warnf("The tables wait for the database: %s", e.getMessage());
            return false;
        }
    }

    /** @throws IllegalStateException caused by a transient SQL failure, when the tables are not there in time */
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!waited()) throw new IllegalStateException(notYet());
    }

    private boolean waited() {
        try {
            return upToDate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static SQLException notYet() {
        return new SQLTransientConnectionException("the tables are not up to date yet", CONNECTION_DOES_NOT_EXIST);
    }
}
