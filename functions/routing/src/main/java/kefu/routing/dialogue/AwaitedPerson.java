package kefu.routing.dialogue;

import java.util.Optional;
import kefu.model.turn.Act;

/** What is said to somebody who waits for a person and speaks of it: that one comes, or that nobody need. */
final class AwaitedPerson {
    private AwaitedPerson() {}

    /**
     * @param asksForOne whether what was said was taken for a wish for a person
     * @return empty where nobody is waited for, or something else is spoken of, which is answered as ever
     */
    static Optional<Move> answer(Situation situation, boolean asksForOne) {
        if (!situation.awaitsPerson()) return Optional.empty();
        var said = situation.heard().text();
        var rules = situation.pack().handoff();
        boolean free = situation.state().asked() == null;
        // "No, get me a human" insists.
        boolean no = free && situation.pack().assent().onlyDeclines(said);
        if (no || (free || asksForOne) && rules.isCalledOff(said)) return Optional.of(callOff(situation));
        return asksForOne || free && rules.asksHowLong(said) ? Optional.of(comes(situation)) : Optional.empty();
    }

    private static Move comes(Situation situation) {
        var says = new Decision.Say(Act.INFORM, situation.say("handoff.waiting"));
        return Move.of(situation, says, situation.state(), "a person is waited for");
    }

    private static Move callOff(Situation situation) {
        var says = new Decision.CallOff(situation.say("handoff.calledOff"));
        return Move.of(situation, says, DialogueState.IDLE, "called off");
    }
}
