package kefu.recommendation.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the model knows what was kept. */
@Readiness
@ApplicationScoped
class ModelReady implements HealthCheck {
    private final LiveModel model;

    ModelReady(LiveModel model) {
        this.model = model;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("model")
                .status(model.loaded())
                .withData("products", model.now().catalogue().size())
                .withData("customers", model.now().behaviour().customers())
                .build();
    }
}
