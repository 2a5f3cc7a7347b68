package kefu.routing.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kefu.model.shop.LocalText;
import kefu.model.turn.Act;

/**
 * An intent, and what is done about it.
 *
 * @param title as a customer would call it, for clarifying questions and for who takes over
 * @param examples a few utterances by language; routing's own lexical fallback knows the intent by them
 * @param wording words that are taken for another intent and mean this one
 */
public record IntentRule(
        String name,
        LocalText title,
        Handling handling,
        Map<String, List<String>> examples,
        Optional<Wording> wording) {

    /** @return whether something is wanted: nobody is asked whether they meant a greeting or a yes */
    public boolean isTask() {
        return switch (handling) {
            case Handling.Follow _, Handling.Answer _, Handling.HandOver _ -> true;
            case Handling.Say _, Handling.Respond _ -> false;
        };
    }

    /** @return whether something is wanted that Kefu does itself: a person who is asked for takes over what was wanted before */
    public boolean isServed() {
        return isTask() && !(handling instanceof Handling.HandOver);
    }

    /** @return whether products are the answer itself: beside other answers they only may be of use */
    public boolean recommends() {
        return handling instanceof Handling.Answer answer && answer.from().contains("recommendation");
    }

    /** @return whether it says no to what was asked */
    public boolean declines() {
        return handling instanceof Handling.Respond(var yes) && !yes;
    }

    /**
     * Words that tell an intent from those it is mistaken for, whatever was understood.
     *
     * @param insteadOf intents that such words are taken for
     */
    public record Wording(Set<String> insteadOf, Pattern said) {
        boolean tells(String intent, String text) {
            return insteadOf.contains(intent) && said.matcher(text).find();
        }
    }

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
