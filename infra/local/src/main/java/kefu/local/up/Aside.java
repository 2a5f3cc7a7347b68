package kefu.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.function.Launcher;
import kefu.local.home.Folders;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.home.TakenPorts;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;

/**
 * A second Kefu with the demo shop, on data and ports of its own, to record or measure: what it holds is nobody's and
 * goes when it ends. There is one at a time in a home.
 */
public final class Aside implements AutoCloseable {
    private static final int LOWEST_OFFSET = 10_000;
    private static final int HIGHEST_OFFSET = 19_900;

    private final Home home;
    private final Ports ports = freePorts();
    private final HomeLock lock;
    private final Parts parts = new Parts();
    private final Thread abort = new Thread(this::abort, "abort");
    private boolean closed;

    private Aside(Home home, HomeLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /**
     * Starts it and waits until it is ready and has its shop.
     *
     * @param home whose second Kefu it is; what this has unpacked serves both
     * @throws UserError when there is one already, or it does not start
     */
    public static Aside start(Home home, Launcher launcher, Progress progress, Clock clock) throws IOException {
        var folder = home.aside();
        Files.createDirectories(folder.run());
        var lock = HomeLock.take(folder);
        if (lock.isHeldElsewhere()) {
            lock.close();
            throw new UserError("A second Kefu runs in " + folder.folder() + " already, to record or to measure.");
        }
        var aside = new Aside(folder, lock);
        try {
            aside.prepare(home);
            aside.run(launcher, progress, clock);
            return aside;
        } catch (Parts.Ending cutOff) {
            aside.close();
            throw new UserError("It was cut off.", cutOff);
        } catch (RuntimeException | IOException e) {
            aside.close();
            throw e;
        }
    }

    public Home home() {
        return home;
    }

    public Ports ports() {
        return ports;
    }

    /** @param part a function's label, or the broker @return its process, as it was started with this Kefu */
    public ProcessHandle process(String part) {
        return home.pid(part)
                .process()
                .orElseThrow(
                        () -> new UserError(part + " ended by itself; the end of its log is in " + home.log(part)));
    }

    /** Ends everything, once; logs are all that is left. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) return;
        closed = true;
        endAtOnce();
        parts.close();
        for (var folder : List.of(home.database(), home.broker(), home.streams())) Folders.delete(folder);
        lock.close();
        try {
            Runtime.getRuntime().removeShutdownHook(abort);
        } catch (IllegalStateException ending) {
            return;
        }
    }

    private void prepare(Home owner) throws IOException {
        Runtime.getRuntime().addShutdownHook(abort);
        Leftovers.end(home);
        for (var folder : List.of(home.database(), home.broker(), home.streams(), home.logs())) Folders.delete(folder);
        Files.deleteIfExists(home.shopLoaded());
        Files.deleteIfExists(home.masterKey());
        for (var unpacked : List.of(owner.djl(), owner.postgres())) {
            Files.createDirectories(unpacked);
            var link = home.folder().resolve(unpacked.getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, unpacked);
        }
        ports.write(home);
    }

    private void run(Launcher launcher, Progress progress, Clock clock) {
        var secrets = new Secrets(home.keys());
        secrets.prepare();
        new Tokens(secrets, clock).writeReady(home.tokens());
        new StartSequence(home, ports, launcher, secrets, parts, new LinkedBlockingQueue<>(), progress).run();
        new DemoShop(home, ports, launcher.packages().repository(), progress, clock).loadOnce();
    }

    /** Data aside is nobody's, so JVMs need not end in order; one that records has started another of its own. */
    private void endAtOnce() {
        var functions = Stream.of(Function.values()).map(Function::label);
        Stream.concat(functions, Stream.of(Leftovers.BROKER))
                .flatMap(part -> home.pid(part).process().stream())
                .forEach(process -> {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                });
    }

    private void abort() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ports freePorts() {
        return IntStream.iterate(LOWEST_OFFSET, offset -> offset < HIGHEST_OFFSET, offset -> offset + 100)
                .mapToObj(Ports::new)
                .filter(ports -> ports.all().keySet().stream().noneMatch(TakenPorts::isTaken))
                .findFirst()
                .orElseThrow(() -> new UserError("No ports are free from " + LOWEST_OFFSET + " up."));
    }
}
