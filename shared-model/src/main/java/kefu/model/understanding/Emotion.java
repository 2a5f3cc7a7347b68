package kefu.model.understanding;

import kefu.model.Require;

/**
 * How a customer feels.
 *
 * @param label {@code neutral, joy, anger, sadness, anxiety, disappointment} or {@code urgency}
 * @param intensity in [0, 1]
 */
public record Emotion(String label, double intensity) {
    public static final Emotion NEUTRAL = new Emotion("neutral", 0);

    public Emotion {
        Require.text(label, "label");
        Require.within(intensity, 0, 1, "intensity");
    }
}
