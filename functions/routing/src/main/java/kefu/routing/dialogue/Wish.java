package kefu.routing.dialogue;

import kefu.model.Require;

/**
 * One of several wishes of an utterance, which waits until what came before it is done.
 *
 * @param text its words
 * @param intent what they were understood as
 * @param productId what was talked about when it was said; null for nothing
 */
public record Wish(String text, String intent, String productId) {
    public Wish {
        Require.text(text, "text");
        Require.text(intent, "intent");
    }
}
