package kefu.inference.models;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every language's model is loaded and warm. */
@Readiness
@ApplicationScoped
class ModelsReady implements HealthCheck {
    private final Models models;

    ModelsReady(Models models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("models");
        var missing = models.missing();
        missing.ifPresent(all -> all.forEach(response::withData));
        if (missing.isEmpty())
            models.all()
                    .forEach((language, s) -> response.withData(
                            language, s.servedBy().model() + " " + s.servedBy().version()));
        return response.status(missing.isEmpty()).build();
    }
}
