package kefu.routing.storefront;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kefu.routing.pack.Pack;
import kefu.routing.pack.Packs;
import kefu.routing.store.rules.ShopPolicy;

/** Serves the shop's pictures, tells pages where other functions are and what facts and options are called, and lets {@code /agent} do without its slash. */
@ApplicationScoped
class StorefrontRoutes {
    private final StorefrontConfig config;
    private final String about;

    StorefrontRoutes(StorefrontConfig config, Packs packs, ShopPolicy policy) {
        this.config = config;
        this.about = new JsonObject()
                .put("profiling", config.profiling())
                .put("attributes", titles(packs.require(config.pack())))
                .put("options", optionNames(policy))
                .encode();
    }

    /** What each fact of a product is called, by language. */
    private static JsonObject titles(Pack pack) {
        var titles = new JsonObject();
        pack.file("attributes")
                .root()
                .properties()
                .forEach(e -> titles.put(
                        e.getKey(), new JsonObject(e.getValue().path("title").toString())));
        return titles;
    }

    /** What each option of a variant is called, by language. */
    private static JsonObject optionNames(ShopPolicy policy) {
        var names = new JsonObject();
        policy.options()
                .known()
                .forEach((option, named) -> names.put(option, named.name().byLanguage()));
        return names;
    }

    void register(@Observes Router router) {
        router.get("/agent").handler(context -> {
            if (context.normalizedPath().endsWith("/")) context.next();
            else context.redirect("/agent/");
        });
        router.get("/storefront.json")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(about));
        config.images()
                .ifPresent(folder -> router.get("/shop/*")
                        .handler(StaticHandler.create(
                                FileSystemAccess.ROOT, folder.toAbsolutePath().toString())));
    }
}
