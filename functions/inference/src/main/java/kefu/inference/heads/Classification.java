package kefu.inference.heads;

import java.util.List;

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

    /** @return the best label that is not {@code oos} */
    public Scored bestInScope() {
        return ranked.getFirst().label().equals(Classifier.OUT_OF_SCOPE) && ranked.size() > 1
                ? ranked.get(1)
                : ranked.getFirst();
    }
}
