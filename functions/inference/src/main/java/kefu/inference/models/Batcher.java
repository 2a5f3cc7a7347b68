package kefu.inference.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gathers the texts of concurrent requests into passes of one encoder: while a pass runs others wait, and the next takes
 * all that wait, up to a limit. Nobody waits for a batch to fill. The queue is bounded; what does not fit is refused, and
 * what was cancelled meanwhile is dropped. A text that comes while nothing runs need not wait for the worker:
 * {@link #atOnce}.
 */
final class Batcher implements AutoCloseable {
    private record Waiting(String text, CompletableFuture<float[]> vector) {}

    private final Function<List<String>, float[][]> encode;
    private final BlockingQueue<Waiting> queue;
    private final int mostPerPass;
    private final Consumer<Integer> passMade;
    private final Runnable dropped;
    private final ReentrantLock running = new ReentrantLock();
    private final Thread worker;
    private boolean closed;

    /**
     * @param passMade told how many texts each pass took
     * @param dropped told of each text that nobody waited for any more
     */
    Batcher(
            String name,
            Function<List<String>, float[][]> encode,
            int capacity,
            int mostPerPass,
            Consumer<Integer> passMade,
            Runnable dropped) {
        this.encode = encode;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.mostPerPass = mostPerPass;
        this.passMade = passMade;
        this.dropped = dropped;
        this.worker = Thread.ofPlatform().name("encode-" + name).daemon().start(this::run);
    }

    /** @return the vectors to come, one for each text; empty when there is no room for all of them */
    Optional<List<CompletableFuture<float[]>>> submit(List<String> texts) {
        List<CompletableFuture<float[]>> vectors = new ArrayList<>(texts.size());
        synchronized (queue) {
            if (closed || queue.remainingCapacity() < texts.size()) return Optional.empty();
            for (String text : texts) {
                Waiting waiting = new Waiting(text, new CompletableFuture<>());
                queue.add(waiting);
                vectors.add(waiting.vector());
            }
        }
        return Optional.of(vectors);
    }

    /**
     * Encodes a text on the caller's own thread, where no pass runs and nobody waits for one: that saves two switches of
     * threads.
     *
     * @return its vector, or why there is none; empty when it has to be {@linkplain #submit submitted} among others
     */
    Optional<CompletableFuture<float[]>> atOnce(String text) {
        if (!queue.isEmpty() || running.hasQueuedThreads() || !running.tryLock()) return Optional.empty();
        try {
            float[] vector = encode.apply(List.of(text))[0];
            passMade.accept(1);
            return Optional.of(CompletableFuture.completedFuture(vector));
        } catch (RuntimeException | Error e) {
            return Optional.of(CompletableFuture.failedFuture(e));
        } finally {
            running.unlock();
        }
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        List<Waiting> pass = new ArrayList<>();
        try {
            while (true) {
                pass.add(queue.take());
                // Before the others are taken: whatever comes while another pass runs shares this one.
                running.lock();
                try {
                    queue.drainTo(pass, mostPerPass - 1);
                    pass.removeIf(this::isGone);
                    if (!pass.isEmpty()) answer(pass);
                } finally {
                    running.unlock();
                }
                pass.clear();
            }
        } catch (InterruptedException _) {
            // Closed: those who still wait are told.
            queue.drainTo(pass);
            pass.forEach(w -> w.vector().cancel(false));
        }
    }

    private boolean isGone(Waiting waiting) {
        boolean gone = waiting.vector().isDone();
        if (gone) dropped.run();
        return gone;
    }

    private void answer(List<Waiting> pass) {
        try {
            float[][] vectors = encode.apply(pass.stream().map(Waiting::text).toList());
            passMade.accept(pass.size());
            for (int i = 0; i < vectors.length; i++) pass.get(i).vector().complete(vectors[i]);
        } catch (RuntimeException | Error e) {
            pass.forEach(w -> w.vector().completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
        }
        worker.interrupt();
    }
}
