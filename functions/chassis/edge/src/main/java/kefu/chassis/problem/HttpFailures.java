package kefu.chassis.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the failures that HTTP answers before any resource is reached a problem as their body, too. */
@ApplicationScoped
class HttpFailures {
    /** Before Quarkus looks at what a request announces, which closes the connection without a word. */
    private static final int FIRST = 1_000;

    private final long largestBody;

    HttpFailures(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, FIRST);
    }

    private void refuseTooLarge(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || !isTooLarge(announced)) {
            context.next();
            return;
        }
        // What is not read of the body must not be taken for the next request.
        if (context.request().version() != HttpVersion.HTTP_2)
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(context, Problem.tooLarge("The body has %s bytes, and %d are taken.".formatted(announced, largestBody)));
    }

    private boolean isTooLarge(String announced) {
        try {
            return Long.parseLong(announced) > largestBody;
        } catch (NumberFormatException _) {
            return false;
        }
    }

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
