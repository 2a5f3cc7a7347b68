package kefu.routing.dialogue.slot;

import java.util.List;
import java.util.Optional;
import kefu.model.turn.Expects.Option;
import kefu.routing.dialogue.Move;
import kefu.routing.dialogue.Situation;
import kefu.routing.pack.Flow;
import kefu.routing.pack.SlotRule;

/** How a kind of slot is asked for and read. Implementations are named after the kind they serve. */
public interface SlotKind {
    /** @return the name that packs use */
    String kind();

    /** @return the value, as far as the situation gives it */
    Reading read(Asking asking);

    /** @return what can be chosen; empty for free text */
    default List<Option> options(Asking asking) {
        return List.of();
    }

    /** @return the question */
    default String question(Asking asking) {
        return asking.situation().say(asking.prompt());
    }

    /** @return whether several options may be chosen */
    default boolean many() {
        return false;
    }

    /** @return whether it is answered by a value that stands for itself, an address or a number, not by words of one's own */
    default boolean isValue() {
        return false;
    }

    /** @return whether the words that began the flow may have said it: "change the payment of my order to PayPal" */
    default boolean readsOpening() {
        return false;
    }

    /** @return whether another value that is named later, beside a preview above all, is wanted instead: "no, to the gift card" */
    default boolean canBeCorrected() {
        return false;
    }

    /**
     * @param before the value that is known
     * @param value the one that is named now
     * @param said the words it is named with
     * @return the value that is wanted: by itself the one that is named
     */
    default String corrected(String before, String value, String said) {
        return value;
    }

    /** @param step the step that asks */
    record Asking(Situation situation, SlotRule rule, Flow.Step.Ask step) {
        /** @return whether the last reply asked for just this */
        public boolean asked() {
            return rule.name().equals(situation.state().asked());
        }

        /** @return the reply that asks for it */
        public String prompt() {
            return step.prompt().orElse(rule.prompt());
        }

        /** @return what a button sent for it, or the only thing that was offered where somebody says yes to it */
        public Optional<String> chosen() {
            return situation.heard().answerTo(rule.name()).or(this::agreedTo);
        }

        private Optional<String> agreedTo() {
            var offered = situation.state().options();
            return asked()
                            && offered.size() == 1
                            && situation
                                    .pack()
                                    .assent()
                                    .agrees(situation.heard().text())
                    ? Optional.of(offered.getFirst().value())
                    : Optional.empty();
        }

        public String text() {
            return situation.heard().text();
        }

        public Optional<String> slot(String name) {
            return Optional.ofNullable(situation.state().slots().get(name));
        }
    }

    /** What reading a slot gave. */
    sealed interface Reading {
        /** The value is known. */
        record Filled(String value) implements Reading {}

        /** A customer was recognised. */
        record Recognised(Move.Identified who) implements Reading {}

        /** A part is known, and more is to be asked. */
        record Partly(String value) implements Reading {}

        /** What was said cannot be the value. @param reply which reply says why */
        record Wrong(String reply) implements Reading {}

        /** It cannot go on at all. @param reply which reply says why */
        record Impossible(String reply) implements Reading {}

        /** Nothing was said about it. */
        record Nothing() implements Reading {}
    }
}
