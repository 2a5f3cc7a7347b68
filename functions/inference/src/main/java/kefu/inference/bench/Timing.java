package kefu.inference.bench;

import java.util.Arrays;

/** How long a piece of work takes. @param median milliseconds @param p99 milliseconds */
record Timing(double median, double p99) {
    private static final int WARM_UP = 200;

    /** Runs the work until it is warm, then as often as asked. */
    static Timing of(int runs, Runnable work) {
        for (int i = 0; i < Math.min(WARM_UP, runs); i++) work.run();
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long begun = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return new Timing(millis[runs / 2], millis[(int) (runs * 0.99)]);
    }
}
