package kefu.inference.training;

import java.util.Arrays;
import java.util.Optional;
import kefu.inference.heads.Calibration;
import kefu.inference.heads.OutOfScope;

/** Learns from held-out margins how sure a head may be. */
final class FitCalibration {
    private static final int STEPS = 30;
    /** Texts that one number, the temperature, is fitted on. */
    private static final int ENOUGH = 6_000;

    /** Training sets hold few texts out of scope; customers send more. Probabilities are set for at least this share. */
    private static final double LEAST_SHARE_OUT_OF_SCOPE = 0.1;

    private FitCalibration() {}

    static Calibration of(Scores scores) {
        return new Calibration(temperature(scores), outOfScope(scores));
    }

    /** @return what a text out of scope counts beside one in scope: more where there are few (and of no meaning where there are none) */
    static double weight(Scores scores) {
        int oos = scores.outOfScope();
        long count = oos < 0
                ? 0
                : Arrays.stream(scores.answers()).filter(a -> a == oos).count();
        double share = Math.max((double) count / scores.answers().length, 1e-9);
        if (share >= LEAST_SHARE_OUT_OF_SCOPE) return 1;
        double odds = LEAST_SHARE_OUT_OF_SCOPE / (1 - LEAST_SHARE_OUT_OF_SCOPE);
        return odds * (1 - share) / share;
    }

    /** The temperature under which the right labels are most likely, by golden section on its logarithm. */
    private static double temperature(Scores scores) {
        Scores some = scores.some(ENOUGH);
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(0.02);
        double high = Math.log(5);
        double a = high - ratio * (high - low);
        double b = low + ratio * (high - low);
        double atA = loss(some, Math.exp(a));
        double atB = loss(some, Math.exp(b));
        for (int step = 0; step < STEPS; step++) {
            if (atA < atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - ratio * (high - low);
                atA = loss(some, Math.exp(a));
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + ratio * (high - low);
                atB = loss(some, Math.exp(b));
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(Scores scores, double temperature) {
        Calibration tried = new Calibration(temperature, Optional.empty());
        int oos = scores.outOfScope();
        double loss = 0;
        for (int i = 0; i < scores.margins().length; i++) {
            int answer = scores.answers()[i];
            if (answer < 0 || answer == oos) continue;
            double[] p = tried.softmax(scores.margins()[i], oos);
            loss -= Math.log(Math.max(p[answer], 1e-12));
        }
        return loss;
    }

    private static Optional<OutOfScope> outOfScope(Scores scores) {
        int oos = scores.outOfScope();
        if (oos < 0) return Optional.empty();
        int n = scores.margins().length;
        double[][] signs = new double[n][];
        boolean[] outside = new boolean[n];
        for (int i = 0; i < n; i++) {
            signs[i] = OutOfScope.signs(scores.margins()[i], oos);
            outside[i] = scores.answers()[i] == oos;
        }
        double weight = weight(scores);
        OutOfScope fitted = new OutOfScope(logistic(signs, outside, weight), 0.5);
        double[] p = Arrays.stream(signs).mapToDouble(fitted::probability).toArray();
        return Optional.of(new OutOfScope(fitted.weights(), threshold(scores, p, weight)));
    }

    /** Newton's method with a little ridge, which keeps separable data finite. */
    private static double[] logistic(double[][] x, boolean[] y, double weight) {
        int k = x[0].length;
        double[] w = new double[k];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[k];
            double[][] hessian = new double[k][k];
            for (int a = 0; a < k; a++) {
                gradient[a] = 1e-3 * w[a];
                hessian[a][a] = 1e-3;
            }
            OutOfScope now = new OutOfScope(w, 0.5);
            for (int i = 0; i < x.length; i++) {
                double p = now.probability(x[i]);
                double counts = y[i] ? weight : 1;
                for (int a = 0; a < k; a++) {
                    gradient[a] += counts * (p - (y[i] ? 1 : 0)) * x[i][a];
                    for (int b = 0; b < k; b++) hessian[a][b] += counts * p * (1 - p) * x[i][a] * x[i][b];
                }
            }
            double[] move = solve(hessian, gradient);
            w = w.clone();
            for (int a = 0; a < k; a++) w[a] -= move[a];
        }
        return w;
    }

    private static double[] solve(double[][] a, double[] b) {
        int k = b.length;
        for (int c = 0; c < k; c++) {
            for (int r = c + 1; r < k; r++) {
                double f = a[r][c] / a[c][c];
                for (int j = c; j < k; j++) a[r][j] -= f * a[c][j];
                b[r] -= f * b[c];
            }
        }
        double[] x = new double[k];
        for (int r = k - 1; r >= 0; r--) {
            double sum = b[r];
            for (int j = r + 1; j < k; j++) sum -= a[r][j] * x[j];
            x[r] = sum / a[r][r];
        }
        return x;
    }

    /**
     * The probability from which calling a text out of scope makes the most answers right.
     *
     * @param weight what a text out of scope counts
     */
    private static double threshold(Scores scores, double[] p, double weight) {
        int oos = scores.outOfScope();
        double best = 0.5;
        double most = -1;
        boolean[] rightInScope = new boolean[p.length];
        for (int i = 0; i < p.length; i++) rightInScope[i] = scores.right(i);
        for (double tried = 0.2; tried <= 0.9501; tried += 0.01) {
            double right = 0;
            for (int i = 0; i < p.length; i++) {
                boolean outside = scores.answers()[i] == oos;
                if (p[i] >= tried ? outside : !outside && rightInScope[i]) right += outside ? weight : 1;
            }
            // Of equals, the one nearest to even odds.
            if (right > most || right == most && Math.abs(tried - 0.5) < Math.abs(best - 0.5)) {
                most = right;
                best = tried;
            }
        }
        return best;
    }
}
