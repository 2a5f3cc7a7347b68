package kefu.model.understanding;

import java.util.List;
import kefu.model.Require;

/**
 * Asks what an utterance means.
 *
 * @param language where the caller knows it; null otherwise
 * @param history earlier turns, oldest first
 */
public record UnderstandRequest(String text, String language, List<Earlier> history) {
    public UnderstandRequest {
        Require.text(text, "text");
        history = Require.list(history);
    }

    /**
     * An earlier turn.
     *
     * @param text what the customer said
     * @param intent what it was understood as
     * @param act what Kefu answered ({@code request}, {@code confirm}, ..)
     * @param expects the slot that was asked for; null for none
     */
    public record Earlier(String text, String intent, String act, String expects) {}
}
