package kefu.routing.storefront;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the shop's pictures, tells pages where other functions are, and lets {@code /agent} do without its slash. */
@ApplicationScoped
class StorefrontRoutes {
    private final StorefrontConfig config;

    StorefrontRoutes(StorefrontConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        router.get("/agent").handler(context -> {
            if (context.normalizedPath().endsWith("/")) context.next();
            else context.redirect("/agent/");
        });
        router.get("/storefront.json")
                .handler(context -> context.json(new JsonObject().put("profiling", config.profiling())));
        config.images()
                .ifPresent(folder -> router.get("/shop/*")
                        .handler(StaticHandler.create(
                                FileSystemAccess.ROOT, folder.toAbsolutePath().toString())));
    }
}
