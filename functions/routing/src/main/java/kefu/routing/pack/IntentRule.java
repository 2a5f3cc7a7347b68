package kefu.routing.pack;

import java.util.List;
import java.util.Map;
import kefu.model.shop.LocalText;
import kefu.model.turn.Act;

/**
 * An intent, and what is done about it.
 *
 * @param title as a customer would call it, for clarifying questions and for who takes over
 * @param examples a few utterances by language; routing's own lexical fallback knows the intent by them
 */
public record IntentRule(String name, LocalText title, Handling handling, Map<String, List<String>> examples) {

    /** What is done about an intent. */
    public sealed interface Handling {
        /** Follow a flow. */
        record Follow(String flow) implements Handling {}

        /**
         * Answer out of evidence: the first kinds that have something to say.
         *
         * @param from kinds of evidence, the weightiest first
         * @param recommend whether products go with the answer
         */
        record Answer(List<String> from, boolean recommend) implements Handling {}

        /** Say one of the replies. */
        record Say(String reply, Act act) implements Handling {}

        /** Give the conversation to a person. */
        record HandOver(String reason) implements Handling {}

        /** A yes or a no to what was asked. */
        record Respond(boolean yes) implements Handling {}
    }
}
