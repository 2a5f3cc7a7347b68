package kefu.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kefu.local.function.Readiness;

/** The packaged routing function, beside those of {@link RunningKefu}. */
record RoutingProcess(Process process, String url) implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(150);

    /**
     * @param command starts it, in the packaging that is tested
     * @param told its environment, where it finds what it needs
     */
    static RoutingProcess start(List<String> command, Path log, Map<String, String> told) {
        var routing = launch(command, log, told);
        routing.awaitReady(log);
        return routing;
    }

    /** As {@link #start}, without waiting until it is ready. */
    static RoutingProcess launch(List<String> command, Path log, Map<String, String> told) {
        int port = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(told);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            return new RoutingProcess(builder.start(), "http://localhost:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path log) {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            if (isReady()) return;
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        kill();
        throw new IllegalStateException("Routing did not start; see " + log);
    }

    boolean isReady() {
        return new Readiness(url).isReady();
    }

    boolean isLive() {
        return new Readiness(url).isLive();
    }

    /** As {@code kill -9} does: nothing is cleaned up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
