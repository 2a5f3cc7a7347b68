package kefu.inference.training;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks for the settings under which texts held out are answered best: first how much the encoder's vector counts beside
 * the n-grams, or where there is none, how much it counts that an n-gram is rare; then how much errors cost. From what is usual it climbs as long as that helps: of 15,000 short texts and of
 * 500 long ones another setting is best, and few are tried.
 */
final class Search {
    private static final float[] ENCODER_WEIGHTS = {0.35f, 0.5f, 0.7f, 1, 1.4f, 2, 2.8f, 4, 5.6f};
    private static final double[] COSTS = {0.06, 0.125, 0.25, 0.5, 1, 2, 4};
    private static final int USUAL = 3;
    /** Of 15,000 English texts the lower is better, of 8,000 others either may be; between and below them little changes. */
    private static final float[] RARITIES = {1, 0.5f};
    /** Trials that are usual, for the estimate of time. */
    static final int TRIALS = 8;

    private final Function<Chosen, Scores> margins;
    private final Map<Chosen, Scores> tried = new HashMap<>();

    /** @param margins those of texts held out, under given settings */
    Search(Function<Chosen, Scores> margins) {
        this.margins = margins;
    }

    /** What validation decided. @param rarity how much it counts that an n-gram is rare ({@link kefu.inference.heads.Vocabulary}) */
    record Chosen(float encoderWeight, float rarity, double cost) {
        /** @return the same for n-grams without a vector */
        Chosen alone() {
            return new Chosen(0, rarity, cost);
        }
    }

    Chosen best(boolean encoded) {
        Chosen weighted = encoded ? besideEncoder() : alone();
        return climb(weighted, COSTS.length, i -> new Chosen(weighted.encoderWeight(), weighted.rarity(), COSTS[i]));
    }

    private Chosen besideEncoder() {
        Chosen start = new Chosen(ENCODER_WEIGHTS[USUAL], 1, COSTS[USUAL]);
        return climb(start, ENCODER_WEIGHTS.length, i -> new Chosen(ENCODER_WEIGHTS[i], 1, start.cost()));
    }

    private Chosen alone() {
        Chosen best = new Chosen(0, RARITIES[0], COSTS[USUAL]);
        for (float rarity : RARITIES) {
            Chosen other = new Chosen(0, rarity, COSTS[USUAL]);
            if (value(other) > value(best)) best = other;
        }
        return best;
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
