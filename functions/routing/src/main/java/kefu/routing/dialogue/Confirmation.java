package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import kefu.routing.pack.Flow.Step;
import kefu.routing.store.Store;
import kefu.routing.text.Wanted;

/** Answers what is said to a preview of something that would be done: yes, no, otherwise, or something else. */
@ApplicationScoped
class Confirmation {
    private final FlowRunner flows;
    private final Corrections corrections;
    private final Carrying operations;
    private final Store store;

    Confirmation(FlowRunner flows, Corrections corrections, Carrying operations, Store store) {
        this.flows = flows;
        this.corrections = corrections;
        this.operations = operations;
        this.store = store;
    }

    /**
     * A clear yes does it, a no ends it unless something else is named beside it, and what answers nothing is asked again.
     *
     * @param another whether another wish is clear in what was said; a yes or a no in it goes first
     * @return empty where there is nothing but that wish: another task then takes the preview's place, a question is
     *     answered beside it
     */
    Optional<Move> answer(Situation situation, boolean another) {
        var answer = situation.heard().answerTo(Replies.CONFIRMATION);
        var assent = situation.pack().assent();
        var said = situation.heard().text();
        boolean yes = answer.map("yes"::equals).orElseGet(() -> assent.agrees(said));
        boolean no = answer.map("no"::equals).orElseGet(() -> situation.rule().declines() || assent.declines(said));
        if (yes)
            return Optional.of(operations.carryOut(step(situation), situation).after("agreed"));
        if (answer.isEmpty() && (no && !namesAnOrder(situation) || !another)) {
            var corrected = corrections.in(situation).map(flows::advance);
            if (corrected.isPresent()) return Optional.of(corrected.get().move().after("corrected"));
        }
        if (no && answer.isEmpty() && saysOtherwise(situation))
            return Optional.of(again(situation.in(situation.state().failed()))
                    .saying(situation.say("again.preview"))
                    .after("not understood"));
        if (no) return Optional.of(flows.stop(situation).after("declined"));
        return another
                ? Optional.empty()
                : Optional.of(again(situation.in(situation.state().failed())).after("asked again"));
    }

    /** @return the preview once more */
    Move again(Situation situation) {
        return operations.propose(step(situation), situation);
    }

    /** "No, it is number 28": somebody wants it otherwise, and it was not understood how. */
    private boolean saysOtherwise(Situation situation) {
        var beside =
                Wanted.of(situation.pack().assent().beside(situation.heard().text()));
        return beside.chars().anyMatch(Character::isDigit)
                || !store.productsNamed(beside).isEmpty();
    }

    private static boolean namesAnOrder(Situation situation) {
        return situation.heard().entity("order_id").isPresent();
    }

    private static Step.Do step(Situation situation) {
        return situation.flow().operation().orElseThrow();
    }
}
