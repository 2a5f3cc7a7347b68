package kefu.routing.dialogue;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kefu.model.profile.Profile;
import kefu.model.shop.Customer;
import kefu.routing.context.Context;
import kefu.routing.pack.Flow;
import kefu.routing.pack.IntentRule;
import kefu.routing.pack.Pack;
import kefu.routing.recommendation.Recommender.Recommended;

/**
 * All that a decision may look at.
 *
 * @param customer who was identified in this conversation
 * @param state how far the dialogue had come
 * @param recommended what fits; asked for only where it is needed
 * @param awaitsPerson whether the customer waits for a person, whom nobody has called off
 */
public record Situation(
        String conversationId,
        Optional<Customer> customer,
        Profile profile,
        Context context,
        DialogueState state,
        Heard heard,
        Pack pack,
        Supplier<Recommended> recommended,
        boolean awaitsPerson) {

    /** @return a reply of the pack in the customer's language, its placeholders filled */
    public String say(String reply, Map<String, ?> facts) {
        var text = pack.replies().get(reply).in(heard.language());
        for (var fact : facts.entrySet())
            text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        return text;
    }

    public String say(String reply) {
        return say(reply, Map.of());
    }

    public String language() {
        return heard.language();
    }

    /** @return what the pack says of the intent that was understood */
    public IntentRule rule() {
        return pack.intent(intent());
    }

    /** @return the flow in progress. @throws java.util.NoSuchElementException where there is none */
    Flow flow() {
        return pack.flow(state.flow()).orElseThrow();
    }

    public String intent() {
        return heard.understanding().intent();
    }

    /** @return what was said for the flow in progress: the words that began it, and those of this turn */
    String said() {
        var opening = state.opening();
        var now = heard.text();
        return opening == null || opening.equals(now) ? now : opening + "\n" + now;
    }

    /** @return how sure the intent is, in [0, 1] */
    public double confidence() {
        return heard.understanding().confidence();
    }

    public Situation in(DialogueState now) {
        return new Situation(conversationId, customer, profile, context, now, heard, pack, recommended, awaitsPerson);
    }

    /** @return the situation with a slot's value; an order becomes the one that is talked about */
    Situation filling(String slot, String value) {
        var filled = in(state.with(slot, value));
        return pack.slot(slot).kind().equals("order") ? filled.about(context.withOrder(value)) : filled;
    }

    public Situation about(Context now) {
        return new Situation(conversationId, customer, profile, now, state, heard, pack, recommended, awaitsPerson);
    }

    /** @param one of several wishes. @param fits what fits it */
    public Situation hearing(Heard one, Context now, Supplier<Recommended> fits) {
        return new Situation(conversationId, customer, profile, now, DialogueState.IDLE, one, pack, fits, awaitsPerson);
    }

    /** @param words that alone count of what was said */
    public Situation saying(String words) {
        var alone = new Heard(words, heard.answer(), heard.understanding(), heard.language());
        return new Situation(conversationId, customer, profile, context, state, alone, pack, recommended, awaitsPerson);
    }

    /** @param words that were said before, of which nothing is known but themselves */
    Situation sayingOnly(String words) {
        var alone = new Heard(words, null, heard.understanding().withoutEntities(), heard.language());
        return new Situation(conversationId, customer, profile, context, state, alone, pack, recommended, awaitsPerson);
    }

    public Situation with(Customer identified) {
        return new Situation(
                conversationId,
                Optional.of(identified),
                profile,
                context,
                state,
                heard,
                pack,
                recommended,
                awaitsPerson);
    }
}
