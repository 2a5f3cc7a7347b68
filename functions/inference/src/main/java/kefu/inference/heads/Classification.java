package kefu.inference.heads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a classifier makes of a text.
 *
 * @param ranked the answer first, then the other labels, most probable first; probabilities sum to 1
 * @param outOfScope probability that none of the labels fits; 0 where a model knows no such texts
 */
public record Classification(List<Scored> ranked, double outOfScope) {
    /** A label with its probability. */
    public record Scored(String label, double probability) {}

    public Classification {
        ranked = List.copyOf(ranked);
    }

    public Scored best() {
        return ranked.getFirst();
    }

    /** @return the probability of each of these labels, in their order; 0 for one that is not known */
    public double[] probabilities(List<String> labels) {
        Map<String, Double> byLabel = new HashMap<>();
        for (Scored scored : ranked) byLabel.put(scored.label(), scored.probability());
        return labels.stream().mapToDouble(l -> byLabel.getOrDefault(l, 0.0)).toArray();
    }

    /** @return the best label that is not {@code oos} */
    public Scored bestInScope() {
        return ranked.getFirst().label().equals(Classifier.OUT_OF_SCOPE) && ranked.size() > 1
                ? ranked.get(1)
                : ranked.getFirst();
    }
}
