package kefu.local.up;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kefu.local.UserError;
import kefu.local.broker.Broker;
import kefu.local.broker.TopicSetup;
import kefu.local.database.Database;
import kefu.local.database.DatabaseSettings;
import kefu.local.function.Function;
import kefu.local.function.FunctionProcess;
import kefu.local.function.Launcher;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.keys.Secrets;
import kefu.local.process.Ending;

/** Starts the parts side by side as far as they do not need each other. */
final class StartSequence {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Home home;
    private final Ports ports;
    private final Launcher launcher;
    private final Secrets secrets;
    private final Parts parts;
    private final BlockingQueue<Death> deaths;
    private final Progress progress;

    StartSequence(
            Home home,
            Ports ports,
            Launcher launcher,
            Secrets secrets,
            Parts parts,
            BlockingQueue<Death> deaths,
            Progress progress) {
        this.home = home;
        this.ports = ports;
        this.launcher = launcher;
        this.secrets = secrets;
        this.parts = parts;
        this.deaths = deaths;
        this.progress = progress;
    }

    /** Inference needs nobody, the others need database and topics. @throws UserError when a part does not start */
    void run() {
        progress.begin("start", "database, broker, then the five functions");
        try (var steps = new Steps()) {
            launcher.misfits().forEach((part, why) -> progress.line("      " + part + ": " + why + "; starts without"));
            var inference = steps.begin(() -> ready(Function.INFERENCE));
            steps.awaitAll(List.of(steps.begin(this::database), steps.begin(this::broker)));
            var others = Stream.of(Function.values())
                    .filter(Function::keepsState)
                    .map(function -> steps.begin(() -> ready(function)));
            steps.awaitAll(Stream.concat(Stream.of(inference), others).toList());
        }
    }

    /** Starts a function and waits until it is ready. */
    FunctionProcess ready(Function function) throws Exception {
        return timed(
                function.label(),
                () -> {
                    var started = parts.open(
                            Parts.Tier.FUNCTIONS,
                            () -> FunctionProcess.start(function, launcher, home, ports),
                            process -> () -> Ending.end(process.process().toHandle(), PATIENCE));
                    started.awaitReady();
                    watch(started);
                    return started;
                },
                ports.url(function));
    }

    private Database database() throws Exception {
        var settings = new DatabaseSettings(
                home.database(),
                home.postgres(),
                home.log(Leftovers.DATABASE),
                ports.database(),
                secrets.databasePassword(),
                true);
        return timed(
                Leftovers.DATABASE,
                () -> {
                    var database =
                            parts.open(Parts.Tier.DATABASE, () -> Database.start(settings), started -> started::close);
                    home.pid(Leftovers.DATABASE).write(database.process());
                    watch(Leftovers.DATABASE, database.process());
                    return database;
                },
                "PostgreSQL, localhost:" + ports.database());
    }

    private Broker broker() throws Exception {
        return timed(
                Leftovers.BROKER,
                () -> {
                    var broker = parts.open(Parts.Tier.BROKER, this::startBroker, started -> started::close);
                    TopicSetup.create(broker.bootstrapServers());
                    watch(Leftovers.BROKER, broker.process().toHandle());
                    return broker;
                },
                "Kafka, localhost:" + ports.broker());
    }

    private Broker startBroker() throws IOException {
        var broker = Broker.start(
                home.broker(),
                home.log(Leftovers.BROKER),
                launcher.packages().brokerJars(),
                launcher.brokerOptions(),
                ports.broker(),
                ports.controller());
        home.pid(Leftovers.BROKER).write(broker.process().toHandle());
        return broker;
    }

    private void watch(FunctionProcess started) {
        started.process()
                .onExit()
                .thenAccept(process -> deaths.add(new Death(
                        started.function().label(),
                        Optional.of(started.function()),
                        OptionalInt.of(process.exitValue()),
                        started.log())));
    }

    private void watch(String name, ProcessHandle process) {
        process.onExit()
                .thenAccept(_ -> deaths.add(new Death(name, Optional.empty(), OptionalInt.empty(), home.log(name))));
    }

    private <T> T timed(String step, Callable<T> work, String detail) throws Exception {
        long since = System.nanoTime();
        try {
            T result = work.call();
            progress.done(step, detail, Duration.ofNanos(System.nanoTime() - since));
            return result;
        } catch (Parts.Ending told) {
            throw told;
        } catch (Exception e) {
            if (parts.isClosing()) throw new Parts.Ending();
            progress.failed(step, "did not start");
            throw e instanceof UserError ? e : new UserError(step + " did not start. " + e.getMessage(), e);
        }
    }
}
