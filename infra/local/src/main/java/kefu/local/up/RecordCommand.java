package kefu.local.up;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import kefu.local.function.BuiltPackages;
import kefu.local.function.Launcher;
import kefu.local.function.Packaging;
import kefu.local.home.HomeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kefu record}. */
@Command(
        name = "record",
        description = {
            "Record the class caches that are missing, so that the functions start fast.",
            "./kefu up does so by itself, beside the functions that serve."
        })
public final class RecordCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private HomeOption homeOption;

    public RecordCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = homeOption.home();
        var launcher = new Launcher(new BuiltPackages(HomeOption.repository()), home.aot(), Packaging.AOT);
        var progress = new Progress(
                System.out, System.console() != null && System.console().isTerminal());
        new Recording(home, launcher, progress, clock).run();
        return 0;
    }
}
