package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import kefu.routing.dialogue.slot.SlotKind.Asking;
import kefu.routing.dialogue.slot.SlotKinds;
import kefu.routing.pack.Flow.Step;

/** Asks for what a flow needs to know, with what can be chosen. */
@ApplicationScoped
class Questions {
    private final SlotKinds slots;

    Questions(SlotKinds slots) {
        this.slots = slots;
    }

    /**
     * @param problem what was wrong with the last answer; empty for nothing
     * @return the question, and the state that waits for its answer
     */
    Move ask(Step.Ask ask, Situation situation, String problem) {
        var rule = situation.pack().slot(ask.slot());
        var kind = slots.of(rule.kind());
        var asking = new Asking(situation, rule, ask);
        var options = kind.options(asking);
        var request = new Decision.Request(rule.name(), kind.question(asking), kind.many(), options, problem);
        return Move.of(situation, request, situation.state().asking(rule.name(), options));
    }

    /** @return the question for another value than the one that is known; empty where nothing else can be chosen */
    Optional<Move> askForAnother(Step.Ask ask, Situation situation) {
        var known = situation.state().slots().get(ask.slot());
        var move = ask(ask, situation.in(situation.state().without(ask.slot())), "");
        var options = move.state().options();
        boolean onlyThat = !options.isEmpty()
                && options.stream().allMatch(option -> option.value().equals(known));
        return onlyThat ? Optional.empty() : Optional.of(move);
    }
}
