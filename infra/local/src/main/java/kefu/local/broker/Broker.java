package kefu.local.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Kafka broker (KRaft, one node) as a child process. Its data and log stay in one folder, so a second start continues
 * where the first ended.
 */
public final class Broker implements AutoCloseable {
    private static final String CLUSTER_ID = "a2VmdS1sb2NhbC1icm9rZQ";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private Broker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it listens.
     *
     * @param place the folder where its data, configuration and log go
     * @param jars the folder with Kafka's jars
     * @param port for clients, on loopback
     * @param controllerPort for the broker's own controller, on loopback
     * @throws IOException when it does not come up; the message ends with the end of its log
     */
    public static Broker start(Path place, Path jars, int port, int controllerPort) throws IOException {
        var folder = place.toAbsolutePath();
        if (!Files.isDirectory(jars))
            throw new IOException("Kafka's jars are not in " + jars + ": build infra/broker first (./kefu does)");
        Files.createDirectories(folder);
        var properties = folder.resolve("server.properties");
        Files.writeString(properties, configuration(folder, port, controllerPort));
        if (!Files.exists(folder.resolve("data/meta.properties"))) format(folder, jars, properties);
        var process = java(folder, jars, "kafka.Kafka", properties.toString());
        var broker = new Broker(process, port);
        broker.awaitListening(folder);
        return broker;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public Process process() {
        return process;
    }

    /** Ends the broker and waits until it has gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void format(Path folder, Path jars, Path properties) throws IOException {
        var process = java(
                folder,
                jars,
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "-t",
                CLUSTER_ID,
                "-c",
                properties.toString());
        try {
            if (process.waitFor() != 0) throw new IOException("Kafka could not format its storage: " + tail(folder));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Process java(Path folder, Path jars, String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dlog4j2.level=ERROR",
                "-cp",
                jars.toAbsolutePath() + "/*",
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    private void awaitListening(Path folder) throws IOException {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            if (!process.isAlive()) throw new IOException("Kafka ended while starting: " + tail(folder));
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 200);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    close();
                    throw new IOException(
                            "Kafka does not listen on port " + port + " after " + START_LIMIT + ": " + tail(folder),
                            notYet);
                }
            }
            try {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static String tail(Path folder) throws IOException {
        var log = folder.resolve("broker.log");
        if (!Files.exists(log)) return "no log";
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private static String configuration(Path folder, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=4
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, folder.resolve("data").toAbsolutePath());
    }
}
