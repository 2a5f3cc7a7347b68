package kefu.routing.dialogue;

import kefu.model.Require;

/**
 * One of several wishes of an utterance, which waits until what came before it is done.
 *
 * @param text its words
 * @param intent what they were understood as
 */
public record Wish(String text, String intent) {
    public Wish {
        Require.text(text, "text");
        Require.text(intent, "intent");
    }
}
