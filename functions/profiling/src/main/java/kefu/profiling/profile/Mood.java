package kefu.profiling.profile;

import java.time.Instant;
import java.util.Optional;
import kefu.model.understanding.Emotion;

/** What an emotion says about satisfaction. */
final class Mood {
    private static final double FAINT = 0.05;

    private Mood() {}

    /** @return a feeling, weighed by the emotion's intensity; empty for a neutral utterance */
    static Optional<Signal.Felt> of(Emotion emotion, Instant at) {
        if (emotion == null || emotion.intensity() < FAINT) return Optional.empty();
        return score(emotion.label()).map(score -> new Signal.Felt(at, score, emotion.intensity()));
    }

    private static Optional<Double> score(String label) {
        return switch (label) {
            case "joy" -> Optional.of(1.0);
            case "anger" -> Optional.of(0.0);
            case "disappointment" -> Optional.of(0.1);
            case "sadness" -> Optional.of(0.2);
            case "anxiety" -> Optional.of(0.3);
            case "urgency" -> Optional.of(0.4);
            default -> Optional.empty();
        };
    }
}
