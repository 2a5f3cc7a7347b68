package kefu.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./kefu}, without the build in front of it: Maven has just built, or does so at this moment.
 *
 * @param environment what everything it starts is told besides
 */
record KefuCommand(Path repository, Path home, Path log, Map<String, String> environment) {
    /** Seconds; beside native executables the class caches of what stays on the JVM are recorded first. */
    private static final int PATIENCE = 900;

    /** @return the exit status */
    int run(String command, String... options) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkefu.root=" + repository,
                "-cp",
                String.join(
                        java.io.File.pathSeparator,
                        repository.resolve("infra/local/target/classes").toString(),
                        repository.resolve("shared-model/target/classes").toString(),
                        repository.resolve("infra/local/target/lib") + "/*"),
                "kefu.local.Kefu",
                command));
        words.addAll(List.of("--home", home.toString()));
        words.addAll(List.of(options));
        try {
            var builder = new ProcessBuilder(words)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            if (process.waitFor(PATIENCE, TimeUnit.SECONDS)) return process.exitValue();
            process.destroy();
            throw new IllegalStateException("kefu " + command + " took more than " + PATIENCE + " s; see " + log);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
