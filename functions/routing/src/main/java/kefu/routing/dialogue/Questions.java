package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** @param problem what was wrong with the last answer; empty for nothing */
    Decision.Request request(Step.Ask ask, Situation situation, String problem) {
        var rule = situation.pack().slot(ask.slot());
        var kind = slots.of(rule.kind());
        var asking = new Asking(situation, rule, ask);
        return new Decision.Request(rule.name(), kind.question(asking), kind.many(), kind.options(asking), problem);
    }

    /** @return the question, and the state that waits for its answer */
    Move ask(Step.Ask ask, Situation situation, String problem) {
        var request = request(ask, situation, problem);
        return Move.of(situation, request, situation.state().asking(request.slot(), request.options()));
    }
}
