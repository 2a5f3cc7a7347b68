package kefu.local.up;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import kefu.local.UserError;
import kefu.local.function.Function;
import kefu.local.process.LogTail;

/** Brings a function back that ended by itself: at once, and after ever longer waits when it keeps ending. */
final class Restarts {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final StartSequence start;
    private final Parts parts;
    private final Progress progress;
    private final Map<Function, Attempts> attempts = new EnumMap<>(Function.class);

    Restarts(StartSequence start, Parts parts, Progress progress) {
        this.start = start;
        this.parts = parts;
        this.progress = progress;
    }

    /** @param count restarts in a row without a steady minute between them */
    private record Attempts(int count, long atNanos) {}

    /** Says what has ended and starts it again in the background. */
    void restart(Death death) {
        var function = death.function().orElseThrow();
        var wait = nextWait(function);
        progress.failed(
                death.name(),
                "ended" + death.how() + "; the end of " + death.log() + ":\n"
                        + LogTail.of(death.log(), 8).shown());
        progress.begin(death.name(), wait.isZero() ? "starts again" : "starts again in " + wait.toSeconds() + " s");
        Thread.ofVirtual().start(() -> bringBack(function, death, wait));
    }

    private void bringBack(Function function, Death death, Duration wait) {
        try {
            Thread.sleep(wait);
            start.ready(function);
        } catch (Parts.Ending told) {
            return;
        } catch (UserError e) {
            if (!parts.isClosing()) restart(death);
        } catch (Exception e) {
            progress.failed(death.name(), "could not be started again: " + e);
        }
    }

    private synchronized Duration nextWait(Function function) {
        long now = System.nanoTime();
        var before = attempts.get(function);
        int count = before == null || now - before.atNanos() > STEADY.toNanos() ? 0 : before.count() + 1;
        attempts.put(function, new Attempts(count, now));
        return wait(count);
    }

    /** @return none at first, then 1, 2, 4, … up to 30 seconds */
    static Duration wait(int count) {
        if (count == 0) return Duration.ZERO;
        var doubled = Duration.ofSeconds(1L << Math.min(count - 1, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
