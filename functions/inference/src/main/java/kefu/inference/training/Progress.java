package kefu.inference.training;

import java.io.PrintStream;

/** Says on a stream how far the work is and about how long it will take still, judged by the work done so far. */
final class Progress {
    private final PrintStream out;
    private final long begun = System.nanoTime();
    private double all;
    private double done;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** @param units of work to come, on top of what was announced before */
    void expect(double units) {
        all += units;
    }

    /** Reports a piece of work as done. @param units of it */
    void done(double units, String what) {
        done += units;
        double seconds = (System.nanoTime() - begun) / 1e9;
        double left = done == 0 ? 0 : seconds * (all - done) / done;
        out.printf(
                "%3.0f %%  %-44s %6.1f s, about %.0f s to go%n", 100 * done / Math.max(all, done), what, seconds, left);
    }
}
