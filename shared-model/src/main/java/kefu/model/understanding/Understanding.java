package kefu.model.understanding;

import java.util.List;
import kefu.model.Require;

/**
 * What one utterance means.
 *
 * @param language {@code zh-Hans, zh-Hant, en, mixed} or {@code other}
 * @param intent best intent, {@link Intent#OUT_OF_SCOPE} where none fits
 * @param confidence its calibrated probability
 * @param alternatives the next best, most probable first
 * @param embedding of the utterance, for search by meaning; null without encoders
 * @param servedBy the model behind it
 * @param modelMillis milliseconds of model time
 */
public record Understanding(
        String language,
        String intent,
        double confidence,
        List<Intent> alternatives,
        Emotion emotion,
        List<Entity> entities,
        Embedding embedding,
        ServedBy servedBy,
        double modelMillis) {
    public Understanding {
        Require.text(language, "language");
        Require.text(intent, "intent");
        Require.within(confidence, 0, 1, "confidence");
        alternatives = Require.list(alternatives);
        emotion = emotion == null ? Emotion.NEUTRAL : emotion;
        entities = Require.list(entities);
    }

    /** @return the same words, of which the customer said what they mean; a mood is felt once, when it is heard */
    public Understanding meant(String intent) {
        return new Understanding(
                language, intent, 1, List.of(), Emotion.NEUTRAL, entities, embedding, servedBy, modelMillis);
    }

    /** @return the same of other words, whose places are not those that were found */
    public Understanding withoutEntities() {
        return new Understanding(
                language, intent, confidence, alternatives, emotion, List.of(), embedding, servedBy, modelMillis);
    }

    /** @return the same, of the orders that are named about one alone */
    public Understanding about(String orderId) {
        var fewer = entities.stream()
                .filter(entity ->
                        !entity.type().equals("order_id") || entity.value().equals(orderId))
                .toList();
        return new Understanding(
                language, intent, confidence, alternatives, emotion, fewer, embedding, servedBy, modelMillis);
    }

    /** @return the same but for the intent, which the words tell as surely as another was taken for it */
    public Understanding toldByWords(String intent) {
        return new Understanding(
                language, intent, confidence, alternatives, emotion, entities, embedding, servedBy, modelMillis);
    }

    /** @return the same words, of which a part was understood by itself, and as surely */
    public Understanding wanting(Understanding part) {
        return new Understanding(
                language,
                part.intent,
                part.confidence,
                alternatives,
                emotion,
                entities,
                embedding,
                servedBy,
                modelMillis + part.modelMillis);
    }

    /** @return the language to answer in: {@code zh} or {@code en} */
    public String replyLanguage() {
        return language.startsWith("zh") || language.equals("mixed") ? "zh" : "en";
    }
}
