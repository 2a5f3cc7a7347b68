package kefu.inference.training;

import java.util.List;
import kefu.inference.heads.Classifier;

/**
 * Margins of texts that the weights behind them had not seen.
 *
 * @param margins a row for each text, one for each label
 * @param answers the number of each text's label; -1 for a label that is not among them
 */
record Scores(List<String> labels, float[][] margins, int[] answers) {

    /** @return the number of the label for texts out of scope, negative without one */
    int outOfScope() {
        return labels.indexOf(Classifier.OUT_OF_SCOPE);
    }

    /** @return at most so many of the texts, spread evenly */
    Scores some(int most) {
        int step = Math.max(1, Math.ceilDiv(margins.length, most));
        int[] kept = java.util.stream.IntStream.iterate(0, i -> i < margins.length, i -> i + step)
                .toArray();
        return new Scores(
                labels,
                java.util.Arrays.stream(kept).mapToObj(i -> margins[i]).toArray(float[][]::new),
                java.util.Arrays.stream(kept).map(i -> answers[i]).toArray());
    }

    /** @return share of the texts in scope whose best label in scope is theirs */
    double accuracyInScope() {
        int oos = outOfScope();
        int right = 0;
        int all = 0;
        for (int i = 0; i < margins.length; i++) {
            if (answers[i] == oos && oos >= 0) continue;
            all++;
            if (bestInScope(i, oos) == answers[i]) right++;
        }
        return all == 0 ? 0 : (double) right / all;
    }

    /** @return whether the best label in scope is the text's own */
    boolean right(int i) {
        return bestInScope(i, outOfScope()) == answers[i];
    }

    private int bestInScope(int i, int oos) {
        int best = -1;
        for (int l = 0; l < labels.size(); l++)
            if (l != oos && (best < 0 || margins[i][l] > margins[i][best])) best = l;
        return best;
    }
}
