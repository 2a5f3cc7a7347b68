package kefu.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import kefu.local.UserError;
import kefu.local.bench.Exercise;
import kefu.local.function.Launcher;
import kefu.local.home.Home;

/**
 * Records the class caches that are missing: runs a second Kefu aside, talks with it for a while and ends it function
 * by function, which is when a JVM writes down what it has loaded.
 */
public final class Recording {
    private static final Duration WRITING = Duration.ofMinutes(5);

    private final Home home;
    private final Launcher launcher;
    private final Progress progress;
    private final Clock clock;

    public Recording(Home home, Launcher launcher, Progress progress, Clock clock) {
        this.home = home;
        this.launcher = launcher.recordingIn(home.aside().folder());
        this.progress = progress;
        this.clock = clock;
    }

    /** Does nothing when none is missing. @throws UserError when the second Kefu does not start or answer */
    public void run() throws IOException, InterruptedException {
        var missing = launcher.missingCaches();
        if (missing.isEmpty()) return;
        if (SpareMemory.isTooLittle()) throw new UserError("Class caches are not recorded: " + SpareMemory.told());
        progress.line("Recording the class caches of " + String.join(", ", missing)
                + " with a second Kefu aside, once for each build");
        try (var aside = Aside.start(home, launcher, progress, clock)) {
            long since = System.nanoTime();
            new Exercise(aside.home(), aside.ports(), clock).run();
            progress.done("exercise", "conversations", Duration.ofNanos(System.nanoTime() - since));
            for (var part : missing) keep(part, aside);
        }
    }

    /** Ends the part and takes what it wrote. */
    private void keep(String part, Aside aside) throws IOException, InterruptedException {
        long since = System.nanoTime();
        var process = aside.process(part);
        process.destroy();
        while (process.isAlive() && System.nanoTime() - since < WRITING.toNanos()) Thread.sleep(50);
        var written = launcher.recording(part);
        if (process.isAlive() || !Files.exists(written) || Files.size(written) == 0)
            throw new UserError("The JVM did not write down the classes of " + part + "; see "
                    + aside.home().log(part));
        long megabytes = Files.size(written) / (1024 * 1024);
        launcher.cache(part).keep(written);
        progress.done(
                part,
                String.format(Locale.ROOT, "class cache, %d MB", megabytes),
                Duration.ofNanos(System.nanoTime() - since));
    }
}
