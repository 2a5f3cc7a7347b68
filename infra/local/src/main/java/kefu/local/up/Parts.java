package kefu.local.up;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What has been started, in the order in which it must end. Safe for use by several threads: parts start side by side,
 * and a Ctrl-C may come while they do.
 */
final class Parts implements AutoCloseable {
    /** Where a part stands in the order of ending. */
    enum Tier {
        FUNCTIONS,
        BROKER,
        DATABASE
    }

    /** @param close ends the part and waits until it has gone */
    private record Part(Tier tier, Closing close) {}

    interface Closing {
        void close() throws IOException;
    }

    /** Thrown instead of starting something while everything ends. */
    static final class Ending extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<Part> parts = new ArrayList<>();
    private int starting;
    private boolean closing;

    /** Starts a part unless everything is being ended. */
    <T> T open(Tier tier, Callable<T> start, java.util.function.Function<T, Closing> close) throws Exception {
        synchronized (this) {
            if (closing) throw new Ending();
            starting++;
        }
        try {
            T started = start.call();
            synchronized (this) {
                parts.add(new Part(tier, close.apply(started)));
            }
            return started;
        } finally {
            synchronized (this) {
                starting--;
                notifyAll();
            }
        }
    }

    synchronized boolean isClosing() {
        return closing;
    }

    /** Ends everything: functions side by side, then the broker, then the database. Does so once. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) return;
            closing = true;
            try {
                while (starting > 0) wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        for (var tier : Tier.values()) endAll(tier);
    }

    private void endAll(Tier tier) {
        List<Part> these;
        synchronized (this) {
            these = parts.stream().filter(part -> part.tier() == tier).toList();
        }
        var threads = these.stream()
                .map(part -> Thread.ofVirtual().start(() -> end(part)))
                .toList();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void end(Part part) {
        try {
            part.close().close();
        } catch (IOException e) {
            System.err.println("kefu: while ending: " + e.getMessage());
        }
    }
}
