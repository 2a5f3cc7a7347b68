package kefu.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: asks first, insists after a while. */
public final class Ending {
    private Ending() {}

    /** @return whether asking was enough */
    public static boolean end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (gone(process, patience)) return true;
        process.destroyForcibly();
        gone(process, Duration.ofSeconds(10));
        return false;
    }

    /** Ends PostgreSQL, which takes SIGTERM for "when all have left" and SIGINT for "now, cleanly". */
    public static boolean interrupt(ProcessHandle process, Duration patience) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchCommand) {
            return end(process, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return gone(process, patience) || end(process, patience);
    }

    /** @return whether the process has ended within this time */
    public static boolean gone(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
