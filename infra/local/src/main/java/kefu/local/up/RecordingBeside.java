package kefu.local.up;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kefu.local.function.Launcher;
import kefu.local.function.Packaging;
import kefu.local.home.Home;
import kefu.local.process.ChildProcess;
import kefu.local.process.Ending;
import kefu.local.process.OwnCommand;

/** Has missing class caches recorded while Kefu serves, by a process of its own that only takes what others leave. */
record RecordingBeside(Home home, Launcher launcher, Parts parts, Progress progress) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void begin() {
        if (launcher.packaging() != Packaging.AOT) return;
        if (launcher.missingCaches().isEmpty()) return;
        if (SpareMemory.isTooLittle()) {
            progress.line("  Class caches are not recorded: " + SpareMemory.told());
            return;
        }
        try {
            var process = parts.open(Parts.Tier.FUNCTIONS, this::start, started -> () -> Ending.end(started, PATIENCE));
            process.onExit().thenAccept(_ -> tell());
        } catch (Parts.Ending told) {
            return;
        } catch (Exception e) {
            progress.line("  Class caches are not recorded: " + e.getMessage());
        }
    }

    private ProcessHandle start() throws IOException {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(OwnCommand.of(
                launcher.packages().repository(),
                List.of("record", "--home", home.folder().toString())));
        var process = ChildProcess.start(command, home.folder(), Map.of(), home.log(Leftovers.RECORDER))
                .toHandle();
        home.pid(Leftovers.RECORDER).write(process);
        return process;
    }

    private void tell() {
        if (parts.isClosing()) return;
        home.pid(Leftovers.RECORDER).delete();
        progress.line(
                launcher.missingCaches().isEmpty()
                        ? "  Class caches are recorded; the next start is a fast one."
                        : "  Class caches could not be recorded; see " + home.log(Leftovers.RECORDER));
    }
}
