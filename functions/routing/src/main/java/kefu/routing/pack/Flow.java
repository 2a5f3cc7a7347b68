package kefu.routing.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of a task: steps that are followed in order, each skipped once what it asks for is known. */
public record Flow(String name, List<Step> steps) {

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

        /** Carry out an operation, after its preview was agreed to. @param with argument name to slot */
        record Do(String operation, Map<String, String> with, Map<String, String> when) implements Step {}

        /** Tell what a kind of evidence says. */
        record Show(String evidence, Map<String, String> when) implements Step {}

        default boolean applies(Map<String, String> slots) {
            return slots.entrySet().containsAll(when().entrySet());
        }
    }
}
