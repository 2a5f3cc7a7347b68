package kefu.routing.conversation;

import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Asks another function beside the turn's own thread, in the turn's trace. */
@ApplicationScoped
class Beside {
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("beside-", 0).daemon().factory());

    /** @return what {@code ask} answers, once it does; waiting twice asks once */
    <T> Supplier<T> ask(Supplier<T> ask) {
        var answer = CompletableFuture.supplyAsync(ask, Context.current().wrap(threads));
        return answer::join;
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
