package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import kefu.routing.dialogue.slot.SlotKind.Asking;
import kefu.routing.dialogue.slot.SlotKind.Reading;
import kefu.routing.dialogue.slot.SlotKinds;
import kefu.routing.pack.Flow.Step;

/** Changes what a flow knows to what is wanted otherwise now: "no, the red one". */
@ApplicationScoped
class Corrections {
    /** By kind of a slot, the kind of those that mean nothing any more once it is another. */
    private static final Map<String, String> HANGS_ON = Map.of("items", "variant", "choice", "text");

    private final SlotKinds slots;

    Corrections(SlotKinds slots) {
        this.slots = slots;
    }

    /** @return the situation with the slots that were corrected; empty where none was */
    Optional<Situation> in(Situation situation) {
        var beside = situation.pack().assent().beside(situation.heard().text());
        return beside.isEmpty() ? Optional.empty() : corrected(situation.saying(beside));
    }

    private Optional<Situation> corrected(Situation known) {
        boolean previewed = known.state().awaitsYes();
        var situation = known;
        for (var step : known.flow().steps())
            // Before the preview only what is known already can be meant otherwise.
            if (step instanceof Step.Ask ask
                    && step.applies(situation.state().slots())
                    && (previewed || situation.state().slots().containsKey(ask.slot())))
                situation = corrected(ask, situation).orElse(situation);
        return Optional.of(situation).filter(corrected -> corrected != known);
    }

    private Optional<Situation> corrected(Step.Ask ask, Situation situation) {
        var rule = situation.pack().slot(ask.slot());
        var kind = slots.of(rule.kind());
        if (!kind.canBeCorrected()) return Optional.empty();
        var before = situation.state().slots().get(ask.slot());
        var without = situation.in(situation.state().without(ask.slot()));
        var open = without.in(without.state().withoutOpening());
        if (!(kind.read(new Asking(open, rule, ask)) instanceof Reading.Filled(var value))) return Optional.empty();
        var wanted = before == null
                ? value
                : kind.corrected(before, value, situation.heard().text());
        return wanted.equals(before)
                ? Optional.empty()
                : Optional.of(withoutWhatHangsOn(rule.kind(), without).filling(ask.slot(), wanted));
    }

    /** Of another item another variant is wanted, for a company another name stands on the invoice. */
    private static Situation withoutWhatHangsOn(String kind, Situation situation) {
        var hanging = HANGS_ON.getOrDefault(kind, "");
        var state = situation.state();
        for (var step : situation.flow().steps())
            if (step instanceof Step.Ask ask
                    && situation.pack().slot(ask.slot()).kind().equals(hanging)) state = state.without(ask.slot());
        return situation.in(state);
    }
}
