package kefu.inference.training;

/**
 * Gives rare labels their due: margins are shifted by a share of the logarithm of each label's frequency (Menon et al.
 * 2021, logit adjustment), as large a share as makes the mean of the labels' F1 best on held-out texts.
 */
final class Balance {
    private static final double STEP = 0.1;

    private Balance() {}

    /** @return what to add to the margin of each label */
    static float[] offsets(Scores scores) {
        float[] best = new float[scores.labels().size()];
        double most = macroF1(scores);
        double temperature = FitCalibration.of(scores).temperature();
        for (double share = STEP; share <= 1.001; share += STEP) {
            float[] tried = offsets(scores, share * temperature);
            double value = macroF1(shifted(scores, tried));
            if (value > most) {
                most = value;
                best = tried;
            }
        }
        return best;
    }

    static Scores shifted(Scores scores, float[] offsets) {
        float[][] margins = new float[scores.margins().length][];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = scores.margins()[i].clone();
            for (int l = 0; l < offsets.length; l++) margins[i][l] += offsets[l];
        }
        return new Scores(scores.labels(), margins, scores.answers());
    }

    private static float[] offsets(Scores scores, double share) {
        int[] counts = new int[scores.labels().size()];
        for (int answer : scores.answers()) if (answer >= 0) counts[answer]++;
        float[] offsets = new float[counts.length];
        for (int l = 0; l < counts.length; l++)
            offsets[l] = (float) (-share * Math.log((counts[l] + 1.0) / scores.answers().length));
        return offsets;
    }

    private static double macroF1(Scores scores) {
        int labels = scores.labels().size();
        int[] right = new int[labels];
        int[] given = new int[labels];
        int[] had = new int[labels];
        for (int i = 0; i < scores.margins().length; i++) {
            int best = 0;
            for (int l = 1; l < labels; l++) if (scores.margins()[i][l] > scores.margins()[i][best]) best = l;
            given[best]++;
            if (scores.answers()[i] < 0) continue;
            had[scores.answers()[i]]++;
            if (scores.answers()[i] == best) right[best]++;
        }
        double sum = 0;
        for (int l = 0; l < labels; l++) sum += given[l] + had[l] == 0 ? 0 : 2.0 * right[l] / (given[l] + had[l]);
        return sum / labels;
    }
}
