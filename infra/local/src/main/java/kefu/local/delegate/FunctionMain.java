package kefu.local.delegate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.home.Home;
import kefu.local.home.HomeOption;
import kefu.local.process.ChildProcess;

/** A main class inside a packaged function. */
public record FunctionMain(Function function, String mainClass) {
    /** Runs it in this terminal and folder. @return its exit status */
    public int run(Home home, List<String> arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(HomeOption.repository(), arguments)).inheritIO();
        builder.environment().put("DJL_CACHE_DIR", home.djl().toString());
        builder.environment().put("OPT_OUT_TRACKING", "true");
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        var process = builder.start();
        var ending = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(ending);
        return process.waitFor();
    }

    /** @throws UserError when the function is not built */
    List<String> command(Path repository, List<String> arguments) {
        var app = repository.resolve("functions/" + function.label() + "/target/quarkus-app");
        if (!Files.isDirectory(app))
            throw new UserError("Function " + function.label() + " is not built: " + app + " is missing.");
        var command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-XX:+UseParallelGC",
                "-XX:MaxRAMPercentage=50",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                Stream.of("app", "lib/boot", "lib/main")
                        .map(folder -> app.resolve(folder) + "/*")
                        .collect(Collectors.joining(File.pathSeparator)),
                mainClass));
        command.addAll(arguments);
        return command;
    }
}
