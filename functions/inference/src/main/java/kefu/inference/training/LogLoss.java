package kefu.inference.training;

import kefu.inference.heads.Calibration;
import kefu.inference.heads.OutOfScope;

/**
 * How far calibrated probabilities are from the right answers of texts held out: the mean negative logarithm of what each
 * right answer was given, where a text out of scope counts as much as calibration lets it count. A proper score (Gneiting
 * and Raftery 2007), and a smooth one: a share of right answers hangs on single texts where there are few.
 */
final class LogLoss {
    /** Keeps one text that was given nothing from deciding alone. */
    private static final double LEAST = 1e-12;

    private LogLoss() {}

    /** @return nats a text; those of no known label are left out */
    static double of(Scores scores) {
        Calibration calibration = FitCalibration.of(scores);
        int oos = scores.outOfScope();
        double weight = FitCalibration.weight(scores);
        double loss = 0;
        double all = 0;
        for (int i = 0; i < scores.margins().length; i++) {
            float[] margins = scores.margins()[i];
            int answer = scores.answers()[i];
            if (answer < 0) continue;
            double outside = calibration
                    .outOfScope()
                    .map(o -> o.probability(OutOfScope.signs(margins, oos)))
                    .orElse(0.0);
            boolean out = oos >= 0 && answer == oos;
            double given = out ? outside : (1 - outside) * calibration.softmax(margins, oos)[answer];
            double counts = out ? weight : 1;
            loss -= counts * Math.log(Math.max(given, LEAST));
            all += counts;
        }
        return loss / all;
    }
}
