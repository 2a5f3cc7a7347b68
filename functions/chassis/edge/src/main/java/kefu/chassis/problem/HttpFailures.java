package kefu.chassis.problem;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives the failures that HTTP answers before any resource is reached a problem as their body, too. */
@ApplicationScoped
class HttpFailures {
    void register(@Observes Router router) {
        router.errorHandler(400, c -> answer(c, Problem.badRequest("The request cannot be read.")));
        router.errorHandler(413, c -> answer(c, Problem.tooLarge("The body is too large.")));
        router.errorHandler(404, c -> answer(c, Problem.notFound("There is nothing here.")));
    }

    private static void answer(RoutingContext context, Problem problem) {
        if (context.response().ended()) return;
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Json.encode(new JsonObject()
                        .put("type", problem.type())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())));
    }
}
