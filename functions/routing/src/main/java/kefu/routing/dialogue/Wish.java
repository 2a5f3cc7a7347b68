package kefu.routing.dialogue;

import kefu.model.Require;

/**
 * One of several wishes of an utterance, which waits until what came before it is done.
 *
 * @param text its words
 * @param intent what they were understood as
 * @param productId what was talked about when it was said; null for nothing
 * @param orderId the order that it is about, where it names several; null otherwise
 */
public record Wish(String text, String intent, String productId, String orderId) {
    public Wish {
        Require.text(text, "text");
        Require.text(intent, "intent");
    }
}
