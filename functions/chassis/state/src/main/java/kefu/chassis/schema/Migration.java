package kefu.chassis.schema;

import static jakarta.interceptor.Interceptor.Priority.PLATFORM_BEFORE;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the tables up to date beside the start, of which the questions to the database were a quarter. No connection is
 * handed out before they are: whoever asks for one waits, readiness among them, and nobody else has to know. Flyway itself
 * connects past the pool. A function whose tables cannot be brought up to date ends.
 */
@Singleton
class Migration implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(Migration.class);

    private final Instance<Flyway> flyway;
    private final CompletableFuture<Void> upToDate = new CompletableFuture<>();

    Migration(Instance<Flyway> flyway) {
        this.flyway = flyway;
    }

    void start(@Observes @Priority(PLATFORM_BEFORE) StartupEvent event) {
        Thread.ofPlatform().name("migration").daemon().start(this::migrate);
    }

    private void migrate() {
        try {
            flyway.get().migrate();
            upToDate.complete(null);
        } catch (RuntimeException | Error e) {
            LOG.error("The tables cannot be brought up to date", e);
            upToDate.completeExceptionally(e);
            Quarkus.asyncExit(1);
        }
    }

    /** @throws java.util.concurrent.CompletionException when the tables cannot be brought up to date */
    @Override
    public void onConnectionAcquire(Connection connection) {
        upToDate.join();
    }
}
