package kefu.local.function;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import kefu.local.UserError;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.process.ChildProcess;
import kefu.local.process.LogTail;

/** One function as a child process. @param startLimit how long it may take until it is ready */
public record FunctionProcess(Function function, Process process, Readiness readiness, Path log, Duration startLimit) {

    /** Starts the packaged function; {@link #awaitReady} says when it answers. */
    public static FunctionProcess start(Function function, Launcher launcher, Home home, Ports ports)
            throws IOException {
        var log = home.log(function.label());
        var told = FunctionEnvironment.of(
                function, home, ports, launcher.packages().repository());
        var process = ChildProcess.start(launcher.command(function), home.folder(), told, log);
        home.pid(function.label()).write(process.toHandle());
        return new FunctionProcess(function, process, new Readiness(ports.url(function)), log, launcher.startLimit());
    }

    /** Waits until the function is ready. @throws UserError with the end of its log when it ends or takes too long */
    public void awaitReady() {
        if (readiness.await(process, startLimit)) return;
        var how = process.isAlive()
                ? "is not ready after " + startLimit.toMinutes() + " minutes"
                : "ended while starting (exit " + process.exitValue() + ")";
        throw new UserError(function.label() + " " + how + ". The end of " + log + ":\n"
                + LogTail.of(log, 15).shown());
    }
}
