package kefu.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.IntStream;
import kefu.local.function.BuiltPackages;
import kefu.local.function.Function;
import kefu.local.function.Launcher;
import kefu.local.function.Packaging;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.keys.Role;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;

/** The whole of Kefu with its demo shop, started from the packages of this build, beside any other that runs here. */
final class RunningKefu implements AutoCloseable {
    private final Path repository;
    private final Home home;
    private final Ports ports;
    private final KefuCommand command;
    private final Collector collector;

    private RunningKefu(Path repository, Home home, Ports ports, KefuCommand command, Collector collector) {
        this.repository = repository;
        this.home = home;
        this.ports = ports;
        this.command = command;
        this.collector = collector;
    }

    /** Starts it and waits until it is ready, which takes about a minute. */
    static RunningKefu start() {
        var repository =
                Path.of(System.getProperty("kefu.root", "..")).toAbsolutePath().normalize();
        var home = home(repository);
        requirePackages(repository);
        var log = repository.resolve("native-tests/target/kefu-up.log");
        var collector = Collector.open();
        var command = new KefuCommand(repository, home.folder(), log, collector.environment());
        command.run("down");
        var ports = freePorts();
        var packaging = packaging().label();
        var offset = Integer.toString(ports.offset());
        if (command.run("up", "-d", "--fresh", "--packaging", packaging, "--port-offset", offset) != 0)
            throw new IllegalStateException("Kefu did not start:\n" + end(log));
        return new RunningKefu(repository, home, ports, command, collector);
    }

    /** What is tested; {@code ./kefu test --packaging} says which. */
    static Packaging packaging() {
        return Packaging.valueOf(System.getProperty("kefu.packaging", "jvm").toUpperCase(Locale.ROOT));
    }

    /** @return what starts functions in the packaging that is tested, with the class caches of this home where it is aot */
    static Launcher launcher(Path repository) {
        return new Launcher(new BuiltPackages(repository), home(repository).aot(), packaging());
    }

    private static Home home(Path repository) {
        return new Home(repository.resolve("native-tests/target/kefu"));
    }

    Path repository() {
        return repository;
    }

    Home home() {
        return home;
    }

    Ports ports() {
        return ports;
    }

    String url(Function function) {
        return ports.url(function);
    }

    String customer(String id) {
        return token(id, Role.CUSTOMER);
    }

    String token(String subject, Role role) {
        return new Tokens(new Secrets(home.keys()), Clock.systemUTC()).token(subject, role, Duration.ofHours(1));
    }

    Http as(Function function, Role role) {
        return new Http(url(function), token(role.label(), role));
    }

    Topic topic(String name) {
        return new Topic(broker(), name);
    }

    /** @return where Kafka listens */
    String broker() {
        return "localhost:" + ports.broker();
    }

    /** @return what collects the spans of all functions */
    Collector collector() {
        return collector;
    }

    /** @return a function's process as it is now */
    ProcessHandle process(Function function) {
        return home.pid(function.label()).process().orElseThrow();
    }

    /** @return one more replica of routing beside the first, on the same database and broker */
    RoutingProcess secondRouting() {
        var secrets = new Secrets(home.keys());
        var told = new HashMap<String, String>();
        told.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.broker());
        told.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + ports.database() + "/kefu");
        told.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword());
        told.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", secrets.publicKey().toUri().toString());
        told.put("KEFU_INFERENCE_URL", url(Function.INFERENCE));
        told.put("KEFU_PROFILING_URL", url(Function.PROFILING));
        told.put("KEFU_RECOMMENDATION_URL", url(Function.RECOMMENDATION));
        told.put("KEFU_SERVICE_TOKEN_FILE", home.tokens().resolve("service.jwt").toString());
        told.put("KEFU_PRIVACY_MASTER_KEY", home.masterKey().toString());
        return RoutingProcess.start(launcher(repository).command(Function.ROUTING), home.log("routing-2"), told);
    }

    @Override
    public void close() {
        command.run("down");
        collector.close();
    }

    private static void requirePackages(Path repository) {
        Arrays.stream(Function.values()).forEach(launcher(repository)::command);
    }

    private static Ports freePorts() {
        return IntStream.iterate(20_000, offset -> offset < 30_000, offset -> offset + 100)
                .mapToObj(Ports::new)
                .filter(ports -> ports.all().keySet().stream().allMatch(RunningKefu::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free ports from 25433 to 39093"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static String end(Path log) {
        try {
            var text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 3000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
