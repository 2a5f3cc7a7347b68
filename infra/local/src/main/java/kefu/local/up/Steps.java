package kefu.local.up;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work done side by side, where the first failure is everybody's. */
final class Steps implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Object> failure = new CompletableFuture<>();

    <T> CompletableFuture<T> begin(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return work.call();
                            } catch (RuntimeException e) {
                                throw e;
                            } catch (Exception e) {
                                throw new CompletionException(e);
                            }
                        },
                        threads)
                .whenComplete((_, problem) -> {
                    if (problem != null) failure.completeExceptionally(problem);
                });
    }

    /** Waits for these; ends at once with the first failure of any step that was begun, also an earlier one. */
    void awaitAll(List<? extends CompletableFuture<?>> steps) {
        var all = CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    /** Leaves threads that still wait to themselves: they end with the parts they wait for. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
