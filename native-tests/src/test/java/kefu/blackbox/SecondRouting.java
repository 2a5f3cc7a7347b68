package kefu.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import kefu.local.function.Function;
import kefu.local.function.Readiness;
import kefu.local.keys.Secrets;

/** One more replica of routing beside the first, on the same database and broker. */
record SecondRouting(Process process, String url) implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(150);

    static SecondRouting start(RunningKefu kefu) {
        int port = freePort();
        var builder = new ProcessBuilder(kefu.launcher().command(Function.ROUTING))
                .redirectErrorStream(true)
                .redirectOutput(kefu.home().log("routing-2").toFile());
        tell(builder, kefu, port);
        try {
            var routing = new SecondRouting(builder.start(), "http://localhost:" + port);
            routing.awaitReady(kefu.home().log("routing-2"));
            return routing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(ProcessBuilder builder, RunningKefu kefu, int port) {
        var told = builder.environment();
        var ports = kefu.ports();
        var secrets = new Secrets(kefu.home().keys());
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        told.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.broker());
        told.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + ports.database() + "/kefu");
        told.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword());
        told.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", secrets.publicKey().toUri().toString());
        told.put("KEFU_INFERENCE_URL", ports.url(Function.INFERENCE));
        told.put("KEFU_PROFILING_URL", ports.url(Function.PROFILING));
        told.put("KEFU_RECOMMENDATION_URL", ports.url(Function.RECOMMENDATION));
        told.put(
                "KEFU_SERVICE_TOKEN_FILE",
                kefu.home().tokens().resolve("service.jwt").toString());
        told.put("KEFU_PRIVACY_MASTER_KEY", kefu.home().masterKey().toString());
    }

    private void awaitReady(Path log) {
        var readiness = new Readiness(url);
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            if (readiness.isReady()) return;
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        kill();
        throw new IllegalStateException("A second routing did not start; see " + log);
    }

    /** As {@code kill -9} does: nothing is cleaned up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
