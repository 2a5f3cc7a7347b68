package kefu.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kefu.local.UserError;
import kefu.local.function.Launcher;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.keys.Secrets;
import kefu.local.keys.Tokens;
import kefu.local.process.LogTail;

/** Runs everything until it is told to end, or the broker or the database ends by itself. */
final class Supervisor {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Home home;
    private final Ports ports;
    private final Launcher launcher;
    private final boolean shop;
    private final Progress progress;
    private final Clock clock;
    private final Parts parts = new Parts();
    private final LinkedBlockingQueue<Death> deaths = new LinkedBlockingQueue<>();

    Supervisor(Home home, Ports ports, Launcher launcher, boolean shop, Progress progress, Clock clock) {
        this.home = home;
        this.ports = ports;
        this.launcher = launcher;
        this.shop = shop;
        this.progress = progress;
        this.clock = clock;
    }

    /** @return the exit status, when something that everything needs has ended; else this ends with the process */
    int run() throws InterruptedException {
        home.pid("up").write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        var secrets = new Secrets(home.keys());
        secrets.prepare();
        new Tokens(secrets, clock).writeReady(home.tokens());
        var start = new StartSequence(home, ports, launcher, secrets, parts, deaths, progress);
        try {
            start.run();
            if (shop) new DemoShop(home, ports, launcher.packages().repository(), progress, clock).loadOnce();
        } catch (Parts.Ending told) {
            return 130;
        } catch (RuntimeException e) {
            end();
            throw e;
        }
        tellReady();
        new RecordingBeside(home, launcher, parts, progress).begin();
        return watch(new Restarts(start, parts, progress), FillingDisk.of(home.folder(), progress));
    }

    private int watch(Restarts restarts, FillingDisk disk) throws InterruptedException {
        while (true) {
            disk.look();
            var death = deaths.poll(BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
            if (death == null) continue;
            if (parts.isClosing()) Thread.sleep(Duration.ofMinutes(1));
            if (death.function().isPresent()) {
                restarts.restart(death);
                continue;
            }
            end();
            throw new UserError("The " + death.name() + " ended by itself" + death.how()
                    + ", so everything was ended. The end of " + death.log() + ":\n"
                    + LogTail.of(death.log(), 12).shown());
        }
    }

    private void tellReady() {
        progress.line(String.format(
                java.util.Locale.ROOT, "%nKefu is ready after %.1f s.%n", Progress.seconds(progress.total())));
        progress.line(Welcome.text(home, ports));
        try {
            Files.writeString(home.ready(), clock.instant().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        if (parts.isClosing()) return;
        long since = System.nanoTime();
        progress.line("\nEnding …");
        parts.close();
        Leftovers.names().forEach(name -> home.pid(name).delete());
        home.pid("up").delete();
        home.ready().toFile().delete();
        progress.line(String.format(
                java.util.Locale.ROOT,
                "Ended everything in %.1f s; the data is kept in %s",
                Progress.seconds(Duration.ofNanos(System.nanoTime() - since)),
                home.folder()));
    }
}
