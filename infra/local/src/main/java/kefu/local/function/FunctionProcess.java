package kefu.local.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kefu.local.UserError;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.process.ChildProcess;
import kefu.local.process.LogTail;

/** One function as a child process. */
public record FunctionProcess(Function function, Process process, Readiness readiness, Path log) {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** Starts the packaged function; {@link #awaitReady} says when it answers. */
    public static FunctionProcess start(Function function, Home home, Ports ports, Path repository) throws IOException {
        var jar = repository.resolve("functions/" + function.label() + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar))
            throw new UserError("Function " + function.label() + " is not built: " + jar + " is missing. Run ./kefu up,"
                    + " which builds it.");
        var log = home.log(function.label());
        var process = ChildProcess.start(
                command(function, jar), home.folder(), FunctionEnvironment.of(function, home, ports, repository), log);
        home.pid(function.label()).write(process.toHandle());
        return new FunctionProcess(function, process, new Readiness(ports.url(function)), log);
    }

    /** Waits until the function is ready. @throws UserError with the end of its log when it ends or takes too long */
    public void awaitReady() {
        if (readiness.await(process, START_LIMIT)) return;
        var how = process.isAlive()
                ? "is not ready after " + START_LIMIT.toMinutes() + " minutes"
                : "ended while starting (exit " + process.exitValue() + ")";
        throw new UserError(function.label() + " " + how + ". The end of " + log + ":\n"
                + LogTail.of(log, 15).shown());
    }

    private static List<String> command(Function function, Path jar) {
        var command = new ArrayList<String>();
        command.add(ChildProcess.java());
        command.addAll(List.of(
                "-Xmx" + function.heap() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MinMetaspaceFreeRatio=10",
                "-XX:MaxMetaspaceFreeRatio=20",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
