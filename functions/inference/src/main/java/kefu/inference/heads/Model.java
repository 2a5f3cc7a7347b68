package kefu.inference.heads;

import java.util.List;
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
 * @param context judges intents again by what came before; empty for a model that knows utterances alone
 * @param contextAlone the same beside n-grams alone
 */
public record Model(
        About about,
        FeatureSpace space,
        SortedMap<String, Classifier> classifiers,
        SortedMap<String, Classifier> alone,
        Optional<ContextHead> context,
        Optional<ContextHead> contextAlone) {
    public static final String INTENT = "intent";
    public static final String EMOTION = "emotion";
    private static final float[] NONE = {};

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

        /** @return the same, with other figures */
        public About with(Map<String, Double> figures) {
            return new About(name, version, language, encoder, trainedOn, figures);
        }
    }

    /** A model that knows utterances alone. */
    public Model(
            About about,
            FeatureSpace space,
            SortedMap<String, Classifier> classifiers,
            SortedMap<String, Classifier> alone) {
        this(about, space, classifiers, alone, Optional.empty(), Optional.empty());
    }

    /** @return this model saying something else of itself */
    public Model with(About about) {
        return new Model(about, space, classifiers, alone, context, contextAlone);
    }

    /** @return this model with an ear for what came before */
    public Model with(ContextHead context, ContextHead contextAlone) {
        return new Model(about, space, classifiers, alone, Optional.of(context), Optional.of(contextAlone));
    }

    /**
     * @param text normalised
     * @param features of the same text
     * @return what a customer wants; without a history exactly what the utterance alone says
     */
    public Classification intent(String text, Features features, History history) {
        boolean encoded = features.vector().length > 0;
        Classification utterance = classifier(INTENT, encoded).orElseThrow().classify(features);
        Optional<ContextHead> judge = encoded ? context : contextAlone;
        if (history.isEmpty() || judge.isEmpty()) return utterance;
        return judge.get().judge(cues(text, utterance, history));
    }

    /** @param utterance what the utterance alone says @return what speaks for each intent, the history considered */
    public Cues cues(String text, Classification utterance, History history) {
        Classifier ngrams = classifier(INTENT, false).orElseThrow();
        List<String> labels = ngrams.head().labels();
        String last = history.last().text();
        return new Cues(
                labels,
                text,
                history,
                utterance.probabilities(labels),
                ngrams.classify(space.features(last + " " + text, NONE)).probabilities(labels),
                ngrams.classify(space.features(last, NONE)).probabilities(labels));
    }

    /** @param question {@code intent} or {@code emotion} @param encoded whether the features hold an encoder's vector */
    public Optional<Classifier> classifier(String question, boolean encoded) {
        return Optional.ofNullable((encoded ? classifiers : alone).get(question));
    }
}
