package kefu.model.understanding;

import kefu.model.Require;

/** What a customer wants, with a calibrated probability in [0, 1]. {@link #OUT_OF_SCOPE} names none of the intents. */
public record Intent(String intent, double confidence) {
    public static final String OUT_OF_SCOPE = "oos";

    public Intent {
        Require.text(intent, "intent");
        Require.within(confidence, 0, 1, "confidence");
    }
}
