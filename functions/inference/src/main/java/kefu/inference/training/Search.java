package kefu.inference.training;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks for the settings under which texts held out are answered best: first how much the encoder's vector counts beside
 * the n-grams, then how much errors cost. From what is usual it climbs as long as that helps: of 15,000 short texts and of
 * 500 long ones another setting is best, and few are tried.
 */
final class Search {
    private static final float[] ENCODER_WEIGHTS = {0.35f, 0.5f, 0.7f, 1, 1.4f, 2, 2.8f, 4, 5.6f};
    private static final double[] COSTS = {0.06, 0.125, 0.25, 0.5, 1, 2, 4};
    private static final int USUAL = 3;
    /** Trials that are usual, for the estimate of time. */
    static final int TRIALS = 8;

    private final Function<Chosen, Scores> margins;
    private final Map<Chosen, Scores> tried = new HashMap<>();

    /** @param margins those of texts held out, under given settings */
    Search(Function<Chosen, Scores> margins) {
        this.margins = margins;
    }

    /** What validation decided. */
    record Chosen(float encoderWeight, double cost) {}

    Chosen best(boolean encoded) {
        Chosen start = new Chosen(encoded ? ENCODER_WEIGHTS[USUAL] : 0, COSTS[USUAL]);
        Chosen weighted = encoded
                ? climb(start, ENCODER_WEIGHTS.length, i -> new Chosen(ENCODER_WEIGHTS[i], start.cost()))
                : start;
        return climb(weighted, COSTS.length, i -> new Chosen(weighted.encoderWeight(), COSTS[i]));
    }

    Scores of(Chosen chosen) {
        return tried.computeIfAbsent(chosen, margins);
    }

    private Chosen climb(Chosen start, int steps, Function<Integer, Chosen> ladder) {
        Chosen best = start;
        for (int way : new int[] {1, -1}) {
            int at = USUAL;
            while (at + way >= 0 && at + way < steps && value(ladder.apply(at + way)) > value(best))
                best = ladder.apply(at += way);
            if (at != USUAL) break;
        }
        return best;
    }

    private double value(Chosen chosen) {
        Scores scores = of(chosen);
        return scores.accuracyInScope() + scores.auroc();
    }
}
