package kefu.local.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Tells a person what happens, one line a step. Safe for use by several threads. */
public final class Progress {
    private final PrintStream out;
    private final boolean colours;
    private final long since = System.nanoTime();

    public Progress(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void title(Path home) {
        line("Kefu, in " + home);
    }

    /** A step has begun that takes a while. */
    public void begin(String step, String detail) {
        line(mark("…", "33") + " " + column(step) + detail);
    }

    /** @param took how long the step took */
    public void done(String step, String detail, Duration took) {
        line(mark("✓", "32") + " " + column(step) + String.format(Locale.ROOT, "%-44s %5.1f s", detail, seconds(took)));
    }

    public void failed(String step, String detail) {
        line(mark("✗", "31") + " " + column(step) + detail);
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** @return time since everything began */
    Duration total() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String column(String step) {
        return String.format(Locale.ROOT, "%-15s ", step);
    }

    private String mark(String symbol, String colour) {
        return colours ? "  \033[" + colour + "m" + symbol + "\033[0m" : "  " + symbol;
    }
}
