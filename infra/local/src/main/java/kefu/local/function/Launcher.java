package kefu.local.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kefu.local.process.ChildProcess;

/**
 * The command line of each function.
 *
 * @param packages what was built
 * @param caches the folder of the class caches
 * @param packaging what the functions run as
 * @param recordings where functions that lack a class cache write one as they end; empty when they are not to
 */
public record Launcher(BuiltPackages packages, Path caches, Packaging packaging, Optional<Path> recordings) {
    public Launcher(BuiltPackages packages, Path caches, Packaging packaging) {
        this(packages, caches, packaging, Optional.empty());
    }

    public Launcher recordingIn(Path folder) {
        return new Launcher(packages, caches, packaging, Optional.of(folder));
    }

    public List<String> command(Function function) {
        return switch (packaging.of(function)) {
            case NATIVE -> executable(function);
            case JVM -> java(function, List.of());
            case AOT -> java(function, cacheOptions(function));
        };
    }

    public ClassCache cache(Function function) {
        return ClassCache.of(function, packages.jars(function), caches);
    }

    /** @return whether a class cache would make this function start faster, and is not there */
    public boolean lacksCache(Function function) {
        return packaging.of(function) == Packaging.AOT && !cache(function).isThere();
    }

    /** @return why the function starts without a class cache although there is one */
    public Optional<String> misfit(Function function) {
        return packaging.of(function) == Packaging.AOT ? cache(function).misfit() : Optional.empty();
    }

    /** @return how long a function may take until it is ready; one that records may get little of the machine */
    Duration startLimit() {
        return recordings.isPresent() ? Duration.ofMinutes(15) : Duration.ofMinutes(3);
    }

    /** @return where the function writes its class cache as it ends, if it records one */
    public Path recording(Function function) {
        return recordings.orElseThrow().resolve(function.label() + ".recorded");
    }

    private List<String> cacheOptions(Function function) {
        var cache = cache(function);
        if (cache.isThere()) return List.of("-XX:AOTCache=" + cache.file());
        return recordings.isEmpty() ? List.of() : List.of("-XX:AOTCacheOutput=" + recording(function));
    }

    private List<String> executable(Function function) {
        return List.of(packages.executable(function).toString(), "-Xmx" + function.heap() + "m");
    }

    /** The same options with and without a cache: a JVM refuses one that was recorded with others. */
    private List<String> java(Function function, List<String> cache) {
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
        command.addAll(cache);
        command.addAll(List.of("-jar", packages.jar(function).toString()));
        return command;
    }
}
