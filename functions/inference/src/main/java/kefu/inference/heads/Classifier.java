package kefu.inference.heads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A head with its calibration: answers one question about a text, as "what does this customer want". */
public record Classifier(LinearHead head, Calibration calibration) {
    /** The label of texts which none of the others fits. */
    public static final String OUT_OF_SCOPE = "oos";

    public Classification classify(Features features) {
        return judge(head.margins(features));
    }

    /** @param margins the head's, of a text */
    public Classification judge(float[] margins) {
        int oos = head.labels().indexOf(OUT_OF_SCOPE);
        double[] p = calibration.softmax(margins, oos);
        double outside = calibration
                .outOfScope()
                .map(o -> o.probability(OutOfScope.signs(margins, oos)))
                .orElse(0.0);
        List<Classification.Scored> ranked = new ArrayList<>();
        for (int l = 0; l < p.length; l++)
            if (l != oos) ranked.add(new Classification.Scored(head.labels().get(l), p[l] * (1 - outside)));
        ranked.sort(
                Comparator.comparingDouble(Classification.Scored::probability).reversed());
        calibration.outOfScope().ifPresent(o -> insert(ranked, outside, outside >= o.threshold()));
        return new Classification(ranked, outside);
    }

    private static void insert(List<Classification.Scored> ranked, double outside, boolean first) {
        int at = first ? 0 : 1;
        while (!first && at < ranked.size() && ranked.get(at).probability() > outside) at++;
        ranked.add(Math.min(at, ranked.size()), new Classification.Scored(OUT_OF_SCOPE, outside));
    }
}
