package kefu.inference.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged function that this program is part of, as a process of its own. */
final class Served implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Process process;
    private final String url;

    private Served(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** @return it, once it is ready @throws IllegalStateException when it does not become so */
    static Served start(int threads) throws IOException, InterruptedException {
        return start(jar(), threads);
    }

    /** @param jar to be started, {@code quarkus-run.jar} */
    static Served start(Path jar, int threads) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = Files.createTempFile("kefu-bench", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dkefu.inference.encoder.threads=" + threads,
                "-jar",
                jar.toString()));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        log.toFile().deleteOnExit();
        Served served = new Served(process, "http://127.0.0.1:" + port);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        served.await(log);
        return served;
    }

    /** The classes of this program lie in {@code quarkus-app/app}. */
    private static Path jar() {
        Path here = Path.of(URI.create(
                Served.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path jar = here.getParent().resolveSibling("quarkus-run.jar");
        if (!Files.exists(jar)) throw new IllegalStateException("the function is not packaged: " + jar + " is missing");
        return jar;
    }

    private void await(Path log) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
        long until = System.nanoTime() + LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // Nothing listens yet.
            }
            Thread.sleep(PAUSE);
        }
        close();
        throw new IllegalStateException("the function did not become ready:\n" + Files.readString(log));
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
