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
        return Arrays.stream(turns(runs, work)).map(Timing::of).toArray(Timing[]::new);
    }

    /** @return milliseconds of each piece of work in each turn */
    static double[][] turns(int runs, Runnable... work) {
        for (int i = 0; i < Math.min(WARM_UP, runs); i++) for (Runnable piece : work) piece.run();
        double[][] millis = new double[work.length][runs];
        for (int i = 0; i < runs; i++)
            for (int k = 0; k < work.length; k++) {
                long begun = System.nanoTime();
                work[k].run();
                millis[k][i] = (System.nanoTime() - begun) / 1e6;
            }
        return millis;
    }

    static Timing of(double[] millis) {
        double[] sorted = sorted(millis);
        return new Timing(sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
    }

    /**
     * How many times as long one piece of work takes as another, turn by turn: what slows a turn slows both of them.
     *
     * @return the median over the turns
     */
    static double ratio(double[] one, double[] other) {
        double[] ratios = new double[one.length];
        for (int i = 0; i < ratios.length; i++) ratios[i] = one[i] / other[i];
        return sorted(ratios)[ratios.length / 2];
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
