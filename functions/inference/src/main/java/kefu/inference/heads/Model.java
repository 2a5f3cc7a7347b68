package kefu.inference.heads;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that one language's texts are judged by.
 *
 * @param about what the model is
 * @param space how texts become features
 * @param classifiers by question ({@code intent}, {@code emotion}): over the n-grams and the encoder's vector
 * @param alone the same over n-grams alone, for machines without an encoder
 */
public record Model(
        About about,
        FeatureSpace space,
        SortedMap<String, Classifier> classifiers,
        SortedMap<String, Classifier> alone) {
    public static final String INTENT = "intent";
    public static final String EMOTION = "emotion";

    /**
     * What a model is.
     *
     * @param language {@code en} or {@code zh}
     * @param encoder the encoder it was trained beside; empty for none
     * @param trainedOn how many examples
     * @param metrics as measured on texts it had not seen
     */
    public record About(
            String name,
            String version,
            String language,
            Optional<String> encoder,
            int trainedOn,
            Map<String, Double> metrics) {
        public About {
            metrics = new TreeMap<>(metrics);
        }
    }

    /** @param question {@code intent} or {@code emotion} @param encoded whether the features hold an encoder's vector */
    public Optional<Classifier> classifier(String question, boolean encoded) {
        return Optional.ofNullable((encoded ? classifiers : alone).get(question));
    }
}
