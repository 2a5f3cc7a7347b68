package kefu.inference.heads;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came before an utterance in its conversation.
 *
 * @param turns oldest first
 */
public record History(List<Turn> turns) {
    /** A conversation that begins. */
    public static final History NONE = new History(List.of());

    /**
     * An earlier turn.
     *
     * @param text what the customer said, normalised; empty for a button pressed
     * @param intent what it was understood as; empty where nobody knows
     * @param act what Kefu answered, as {@code request}; empty where nobody knows
     * @param expects the slot that was asked for; empty for none
     */
    public record Turn(String text, String intent, String act, String expects) {}

    public History {
        turns = List.copyOf(turns);
    }

    public boolean isEmpty() {
        return turns.isEmpty();
    }

    /** @return the same turns, understood as somebody else understood their texts */
    public History relabelled(Map<String, String> byText) {
        return new History(turns.stream()
                .map(t -> new Turn(t.text(), byText.getOrDefault(t.text(), t.intent()), t.act(), t.expects()))
                .toList());
    }

    /** @return the turn right before the utterance */
    public Turn last() {
        return turns.getLast();
    }

    /** @return the turn before the last */
    Optional<Turn> beforeLast() {
        return turns.size() < 2 ? Optional.empty() : Optional.of(turns.get(turns.size() - 2));
    }
}
