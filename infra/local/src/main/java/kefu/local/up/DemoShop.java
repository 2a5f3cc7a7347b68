package kefu.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import kefu.local.home.Home;
import kefu.local.home.Ports;
import kefu.local.imports.ShopImport;

/** Loads the demo shop into a Kefu that has none yet. */
record DemoShop(Home home, Ports ports, Path repository, Progress progress, Clock clock) {
    void loadOnce() {
        if (Files.exists(home.shopLoaded())) return;
        long since = System.nanoTime();
        progress.begin("shop", "loads the demo shop");
        var report = ShopImport.of(home, ports, clock)
                .run(repository.resolve("infra/local/shop"), line -> progress.line("      " + line));
        if (!report.problems().isEmpty())
            report.problems().stream().limit(10).forEach(problem -> progress.failed("shop", problem.toString()));
        progress.done("shop", report.summary(), Duration.ofNanos(System.nanoTime() - since));
        try {
            Files.writeString(home.shopLoaded(), clock.instant().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
