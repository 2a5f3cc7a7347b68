package kefu.chassis.schema;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the tables are as this version needs them. */
@Readiness
@ApplicationScoped
class TablesReady implements HealthCheck {
    private final Migration migration;

    TablesReady(Migration migration) {
        this.migration = migration;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("tables")
                .status(migration.isUpToDate())
                .build();
    }
}
