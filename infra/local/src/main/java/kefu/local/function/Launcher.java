package kefu.local.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.local.process.ChildProcess;

/**
 * The command line of each function, and the class caches that go with it.
 *
 * @param packages what was built
 * @param caches the folder of the class caches
 * @param packaging what the functions run as
 * @param recordings where functions that lack a class cache write one as they end; empty when they are not to
 */
public record Launcher(BuiltPackages packages, Path caches, Packaging packaging, Optional<Path> recordings) {
    /** The part that is no function and has a class cache all the same. */
    public static final String BROKER = "broker";

    /** With the room for code that this compiler gets by itself, each start stops for a collection of all the heap. */
    static final List<String> QUICK_COMPILER_ALONE =
            List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m");

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
            case AOT -> java(function, cacheOptions(function.label()));
        };
    }

    /** @return what the broker's JVM is told beside what it always is */
    public List<String> brokerOptions() {
        return packaging == Packaging.JVM ? List.of() : cacheOptions(BROKER);
    }

    /** @param part a function's label, or {@link #BROKER} */
    public ClassCache cache(String part) {
        var jars = part.equals(BROKER)
                ? packages.brokerJars()
                : packages.jars(Function.valueOf(part.toUpperCase(Locale.ROOT)));
        return ClassCache.of(part, jars, caches);
    }

    /** @return the parts that would start faster with a class cache and have none; the broker, which ends last, last */
    public List<String> missingCaches() {
        return withCaches().filter(part -> !cache(part).isThere()).toList();
    }

    /** @return why parts start without a class cache although there is one, by part */
    public Map<String, String> misfits() {
        var misfits = new LinkedHashMap<String, String>();
        withCaches().forEach(part -> cache(part).misfit().ifPresent(why -> misfits.put(part, why)));
        return misfits;
    }

    /** @return where a part writes its class cache as it ends, if it records one */
    public Path recording(String part) {
        return recordings.orElseThrow().resolve(part + ".recorded");
    }

    private Stream<String> withCaches() {
        if (packaging == Packaging.JVM) return Stream.of();
        var functions = Stream.of(Function.values())
                .filter(function -> packaging.of(function) == Packaging.AOT)
                .map(Function::label);
        return Stream.concat(functions, Stream.of(BROKER));
    }

    /** @return how long a function may take until it is ready; one that records may get little of the machine */
    Duration startLimit() {
        return recordings.isPresent() ? Duration.ofMinutes(15) : Duration.ofMinutes(3);
    }

    private List<String> cacheOptions(String part) {
        var cache = cache(part);
        if (cache.isThere()) return List.of("-XX:AOTCache=" + cache.file());
        return recordings.isEmpty() ? List.of() : List.of("-XX:AOTCacheOutput=" + recording(part));
    }

    private List<String> executable(Function function) {
        var command = new ArrayList<String>();
        command.add(packages.executable(function).toString());
        command.add("-Xmx" + function.heap() + "m");
        command.addAll(libraries(function));
        return command;
    }

    private List<String> libraries(Function function) {
        return packages.nativeLibraries(function)
                .map(folder -> List.of("-Djava.library.path=" + folder))
                .orElse(List.of());
    }

    /**
     * The same options with and without a cache: a JVM refuses one that was recorded with others; which compilers there are,
     * and the room for their code, are none of these. Only what every turn waits for gets the optimising one, which takes memory and a while of a
     * machine that all share. Metaspace begins with room for all classes, or each start collects the heap four times.
     */
    private List<String> java(Function function, List<String> cache) {
        var command = new ArrayList<String>();
        command.add(ChildProcess.java());
        command.addAll(List.of(
                "-Xmx" + function.heap() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MetaspaceSize=160m",
                "-XX:MinMetaspaceFreeRatio=10",
                "-XX:MaxMetaspaceFreeRatio=20",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(libraries(function));
        if (!function.isWaitedFor()) command.addAll(QUICK_COMPILER_ALONE);
        command.addAll(cache);
        command.addAll(List.of("-jar", packages.jar(function).toString()));
        return command;
    }
}
