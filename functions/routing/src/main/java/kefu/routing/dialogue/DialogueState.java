package kefu.routing.dialogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kefu.model.Require;
import kefu.model.turn.Expects.Option;

/**
 * How far the dialogue has come.
 *
 * @param flow the flow in progress; null for none
 * @param slots what is known for it, by slot
 * @param asked the slot that was asked for last; null for none
 * @param options what could be chosen there
 * @param agreed fingerprint of the preview that a yes would agree to; null for none
 * @param failures turns in a row that led nowhere
 * @param opening the words that began the flow, in which more may have been said than was asked for yet; null for none
 * @param waiting what was wanted beside what the flow is about, and comes after it
 */
public record DialogueState(
        String flow,
        Map<String, String> slots,
        String asked,
        List<Option> options,
        String agreed,
        int failures,
        String opening,
        List<Wish> waiting) {
    public static final DialogueState IDLE =
            new DialogueState(null, Map.of(), null, List.of(), null, 0, null, List.of());

    public DialogueState {
        slots = Require.map(slots);
        options = Require.list(options);
        waiting = Require.list(waiting);
    }

    public boolean inFlow() {
        return flow != null;
    }

    /** @param words that began it */
    public DialogueState start(String newFlow, String words) {
        return new DialogueState(newFlow, Map.of(), null, List.of(), null, 0, words, waiting);
    }

    public DialogueState with(String slot, String value) {
        var filled = new LinkedHashMap<>(slots);
        filled.put(slot, value);
        return new DialogueState(flow, filled, null, List.of(), null, 0, opening, waiting);
    }

    public DialogueState without(String slot) {
        var fewer = new LinkedHashMap<>(slots);
        fewer.remove(slot);
        return new DialogueState(flow, fewer, asked, options, agreed, failures, opening, waiting);
    }

    DialogueState withoutOpening() {
        return new DialogueState(flow, slots, asked, options, agreed, failures, null, waiting);
    }

    public DialogueState asking(String slot, List<Option> offered) {
        return new DialogueState(flow, slots, slot, offered, null, failures, opening, waiting);
    }

    public DialogueState awaitingYes(String fingerprint) {
        return new DialogueState(flow, slots, Replies.CONFIRMATION, List.of(), fingerprint, failures, opening, waiting);
    }

    /** @return whether a preview is shown */
    public boolean awaitsYes() {
        return Replies.CONFIRMATION.equals(asked);
    }

    public DialogueState failed() {
        return new DialogueState(flow, slots, asked, options, agreed, failures + 1, opening, waiting);
    }

    /** @param wishes that come after what the flow is about */
    public DialogueState awaited(List<Wish> wishes) {
        return new DialogueState(flow, slots, asked, options, agreed, failures, opening, wishes);
    }

    public DialogueState understood() {
        return new DialogueState(flow, slots, asked, options, agreed, 0, opening, waiting);
    }
}
