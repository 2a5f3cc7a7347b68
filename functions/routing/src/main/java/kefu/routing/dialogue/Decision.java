package kefu.routing.dialogue;

import java.util.List;
import java.util.Optional;
import kefu.model.Require;
import kefu.model.turn.Act;
import kefu.model.turn.Expects.Option;
import kefu.model.turn.Source;

/** What the policy decided to do in a turn. */
public sealed interface Decision {
    /** Say something that needs no evidence: greet, thank, admit. */
    record Say(Act act, String text) implements Decision {}

    /** Tell what the evidence says. */
    record Inform(List<Finding> findings) implements Decision {}

    /** Ask for a slot. @param problem what was wrong with the last answer; empty for nothing */
    record Request(String slot, String text, boolean many, List<Option> options, String problem) implements Decision {}

    /** List what will be done, and ask for a yes. */
    record Confirm(String text) implements Decision {}

    /** Several wishes of one utterance were decided about, one after the other. */
    record Several(List<Decision> decisions) implements Decision {
        public Several {
            decisions = Require.list(decisions);
            if (decisions.isEmpty()) throw new IllegalArgumentException("several are at least one");
        }
    }

    /** Something was done. */
    record Done(String text, List<Source> sources) implements Decision {}

    /** A rule of the shop forbids it. @param otherwise asks for what it may be instead; empty where it cannot be at all */
    record Refuse(String text, Source policy, Optional<Request> otherwise) implements Decision {}

    /** Ask which of several was meant. */
    record Clarify(String text, List<Option> options) implements Decision {}

    /** The customer waits for a person and needs none any more. */
    record CallOff(String text) implements Decision {}

    /** @return what was decided last, where it was several */
    default Decision last() {
        return this instanceof Several(var decisions) ? decisions.getLast() : this;
    }

    /** @return whether a person is called, or called off: nothing else is decided after that */
    default boolean changesQueue() {
        return last() instanceof HandOff || last() instanceof CallOff;
    }

    /** Give it to a person. @param reason a key of the pack's {@code handoff} replies */
    record HandOff(String reason, String text) implements Decision {}
}
