package kefu.routing.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way of a task: steps that are followed in order, each skipped once what it asks for is known.
 *
 * @param instead by status of the order, the flow that does to such an order what is wanted here: what has not been sent is
 *     changed, not exchanged
 */
public record Flow(String name, List<Step> steps, Map<String, String> instead) {

    public Stream<Step.Ask> asks() {
        return steps.stream().filter(Step.Ask.class::isInstance).map(Step.Ask.class::cast);
    }

    /** @return the step that asks for a slot; empty where none does */
    public Optional<Step.Ask> ask(String slot) {
        return asks().filter(ask -> ask.slot().equals(slot)).findFirst();
    }

    /** @return what is carried out at its end; empty where it only tells something */
    public Optional<Step.Do> operation() {
        return steps.stream()
                .filter(Step.Do.class::isInstance)
                .map(Step.Do.class::cast)
                .findFirst();
    }

    /** A step of a flow. */
    public sealed interface Step {
        /** @return slot values under which the step applies; empty for always */
        Map<String, String> when();

        /**
         * Ask for a slot.
         *
         * @param statuses order statuses that may be chosen; empty for any
         * @param prompt the reply that asks; empty for the slot's own
         */
        record Ask(String slot, List<String> statuses, Optional<String> prompt, Map<String, String> when)
                implements Step {}

        /**
         * Carry out an operation, after its preview was agreed to.
         *
         * @param with argument name to slot
         * @param whole the reply that is said where an order is meant in part and this is done to all of it; empty where that
         *     makes no difference
         */
        record Do(String operation, Map<String, String> with, Optional<String> whole, Map<String, String> when)
                implements Step {}

        /** Tell what a kind of evidence says. */
        record Show(String evidence, Map<String, String> when) implements Step {}

        default boolean applies(Map<String, String> slots) {
            return slots.entrySet().containsAll(when().entrySet());
        }
    }
}
