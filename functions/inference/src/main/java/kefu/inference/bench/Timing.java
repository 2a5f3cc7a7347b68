package kefu.inference.bench;

import java.util.Arrays;

/** How long a piece of work takes. @param median milliseconds @param p99 milliseconds */
record Timing(double median, double p99) {
    private static final int WARM_UP = 200;

    /** Runs the work until it is warm, then as often as asked. */
    static Timing of(int runs, Runnable work) {
        return each(runs, work)[0];
    }

    /** Runs several pieces of work in turn, so that whatever else the machine does meets all of them. */
    static Timing[] each(int runs, Runnable... work) {
        for (int i = 0; i < Math.min(WARM_UP, runs); i++) for (Runnable piece : work) piece.run();
        double[][] millis = new double[work.length][runs];
        for (int i = 0; i < runs; i++)
            for (int k = 0; k < work.length; k++) {
                long begun = System.nanoTime();
                work[k].run();
                millis[k][i] = (System.nanoTime() - begun) / 1e6;
            }
        return Arrays.stream(millis).map(Timing::of).toArray(Timing[]::new);
    }

    /** @param millis is sorted */
    static Timing of(double[] millis) {
        Arrays.sort(millis);
        return new Timing(millis[millis.length / 2], millis[(int) (millis.length * 0.99)]);
    }
}
