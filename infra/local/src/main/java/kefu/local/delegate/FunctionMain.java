package kefu.local.delegate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.home.HomeOption;

/** Runs a main class out of a function's package, in the terminal that asked. */
public final class FunctionMain {
    private FunctionMain() {}

    /** @return the exit status of the main class */
    public static int run(Function function, String main, List<String> arguments) {
        var app = HomeOption.repository().resolve("functions/" + function.label() + "/target/quarkus-app");
        if (!Files.isDirectory(app))
            throw new UserError(
                    "The function " + function.label() + " is not built: run ./kefu up once, or mvn package");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-cp",
                app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*",
                main));
        command.addAll(arguments);
        try {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("OPT_OUT_TRACKING", "true");
            builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UserError("Java did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }
}
