package kefu.local.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kefu.local.home.TakenPorts;
import kefu.local.process.ChildProcess;
import kefu.local.process.Ending;
import kefu.local.process.LogTail;

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
     * @param place the folder where its data and configuration go
     * @param log what it writes
     * @param jars the folder with Kafka's jars
     * @param port for clients, on loopback
     * @param controllerPort for the broker's own controller, on loopback
     * @throws IOException when it does not come up; the message ends with the end of its log
     */
    public static Broker start(Path place, Path log, Path jars, int port, int controllerPort) throws IOException {
        return start(place, log, jars, List.of(), port, controllerPort);
    }

    /** @param options what its JVM is told besides */
    public static Broker start(Path place, Path log, Path jars, List<String> options, int port, int controllerPort)
            throws IOException {
        var folder = place.toAbsolutePath();
        if (!Files.isDirectory(jars))
            throw new IOException("Kafka's jars are not in " + jars + ": build infra/broker first (./kefu does)");
        if (TakenPorts.isTaken(port)) throw new IOException("Port " + port + " (for the broker) is taken");
        Files.createDirectories(folder);
        var properties = folder.resolve("server.properties");
        Files.writeString(properties, configuration(folder, port, controllerPort));
        if (!Files.exists(folder.resolve("data/meta.properties"))) format(folder, log, jars, properties);
        var process = java(folder, log, jars, options, "kafka.Kafka", properties.toString());
        var broker = new Broker(process, port);
        broker.awaitListening(log);
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
        Ending.end(process.toHandle(), Duration.ofSeconds(15));
    }

    private static void format(Path folder, Path log, Path jars, Path properties) throws IOException {
        var process = java(
                folder,
                log,
                jars,
                List.of(),
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "-t",
                CLUSTER_ID,
                "-c",
                properties.toString());
        try {
            if (process.waitFor() != 0) throw new IOException("Kafka could not format its storage: " + tail(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Process java(
            Path folder, Path log, Path jars, List<String> options, String main, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:MetaspaceSize=96m",
                "-Dlog4j2.level=ERROR"));
        command.addAll(options);
        command.addAll(List.of("-cp", jars.toAbsolutePath() + "/*", main));
        command.addAll(List.of(arguments));
        return ChildProcess.start(command, folder, Map.of("LOG_DIR", folder.toString()), log);
    }

    private void awaitListening(Path log) throws IOException {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            if (!process.isAlive()) throw new IOException("Kafka ended while starting: " + tail(log));
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 200);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    close();
                    throw new IOException(
                            "Kafka does not listen on port " + port + " after " + START_LIMIT + ": " + tail(log),
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

    private static String tail(Path log) {
        return "the end of " + log + ":\n" + LogTail.of(log, 12).shown();
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
