package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.turn.Act;
import kefu.routing.dialogue.evidence.EvidenceKinds;
import kefu.routing.dialogue.slot.SlotKind;
import kefu.routing.dialogue.slot.SlotKind.Asking;
import kefu.routing.dialogue.slot.SlotKind.Reading;
import kefu.routing.dialogue.slot.SlotKinds;
import kefu.routing.pack.Flow;
import kefu.routing.pack.Flow.Step;

/** Follows a flow's steps as far as what is known carries. */
@ApplicationScoped
class FlowRunner {
    /** By kind of a slot, the kind of those that mean nothing any more once it is another. */
    private static final Map<String, String> HANGS_ON = Map.of("items", "variant", "choice", "text");

    private final SlotKinds slots;
    private final EvidenceKinds evidence;
    private final Carrying operations;

    FlowRunner(SlotKinds slots, EvidenceKinds evidence, Carrying operations) {
        this.slots = slots;
        this.evidence = evidence;
        this.operations = operations;
    }

    /**
     * @param useful whether something that was said was of use to the flow
     * @param answered whether what was asked for is known now
     */
    record Advance(Move move, boolean useful, boolean answered) {}

    Advance advance(Flow flow, Situation start) {
        Optional<Move.Identified> identified = Optional.empty();
        var trace = new ArrayList<String>();
        var situation = begins(start) ? readAhead(flow, start, trace) : start;
        var shown = new ArrayList<Finding>();
        boolean useful = false;
        boolean answered = false;
        for (var step : flow.steps()) {
            if (!step.applies(situation.state().slots())) continue;
            switch (step) {
                case Step.Ask ask -> {
                    if (known(ask, situation)) {
                        // Carried over from another task.
                        var impossible = begins(start) ? impossible(flow, ask, situation) : Optional.<Move>empty();
                        if (impossible.isPresent())
                            return new Advance(
                                    impossible.get().identifying(identified).after(path(trace)), true, answered);
                        continue;
                    }
                    var asking = new Asking(situation, situation.pack().slot(ask.slot()), ask);
                    var kind = slots.of(asking.rule().kind());
                    var reading = reading(kind, asking);
                    trace.add(flow.name() + ".ask." + ask.slot() + ": "
                            + reading.getClass().getSimpleName().toLowerCase());
                    switch (reading) {
                        case Reading.Filled(var value) -> {
                            useful |= asking.asked();
                            answered |= asking.asked();
                            situation = filled(situation, ask.slot(), value);
                            var impossible = impossible(flow, ask, situation);
                            if (impossible.isPresent())
                                return new Advance(
                                        impossible.get().identifying(identified).after(path(trace)), true, answered);
                        }
                        case Reading.Recognised(var who) -> {
                            useful = true;
                            answered |= asking.asked();
                            identified = Optional.of(who);
                            situation = filled(
                                    situation.with(who.customer()),
                                    ask.slot(),
                                    who.customer().id());
                        }
                        case Reading.Partly(var value) -> {
                            situation = filled(situation, ask.slot(), value);
                            var next = new Asking(situation, asking.rule(), ask);
                            return new Advance(
                                    request(kind, next, "")
                                            .identifying(identified)
                                            .after(path(trace)),
                                    true,
                                    answered);
                        }
                        case Reading.Wrong(var reply) -> {
                            var failing = asking.asked()
                                    ? situation.in(situation.state().failed())
                                    : situation;
                            return new Advance(
                                    request(kind, new Asking(failing, asking.rule(), ask), situation.say(reply))
                                            .identifying(identified)
                                            .after(path(trace)),
                                    true,
                                    answered);
                        }
                        case Reading.Impossible(var reply) -> {
                            return new Advance(
                                    Move.of(
                                                    situation,
                                                    new Decision.Say(Act.DENY, situation.say(reply)),
                                                    DialogueState.IDLE)
                                            .identifying(identified)
                                            .after(path(trace)),
                                    true,
                                    answered);
                        }
                        case Reading.Nothing() -> {
                            return new Advance(
                                    request(kind, asking, "")
                                            .identifying(identified)
                                            .after(path(trace)),
                                    useful,
                                    answered);
                        }
                    }
                }
                case Step.Do carry -> {
                    trace.add(flow.name() + ".do." + carry.operation());
                    return new Advance(
                            operations
                                    .propose(carry, situation)
                                    .identifying(identified)
                                    .after(path(trace)),
                            true,
                            answered);
                }
                case Step.Show show -> {
                    trace.add(flow.name() + ".show." + show.evidence());
                    evidence.of(show.evidence()).find(situation).ifPresent(shown::add);
                }
            }
        }
        var told = shown.isEmpty()
                ? new Decision.Say(Act.CLARIFY, situation.say("nothingFound"))
                : new Decision.Inform(shown);
        return new Advance(
                Move.of(situation, told, DialogueState.IDLE)
                        .identifying(identified)
                        .after(path(trace)),
                true,
                answered);
    }

    private static boolean begins(Situation start) {
        return start.state().asked() == null;
    }

    /** Nobody is asked how an order should be changed that cannot be. */
    private Optional<Move> impossible(Flow flow, Step.Ask ask, Situation situation) {
        return flow.operation()
                .filter(step -> situation.customer().isPresent()
                        && ask.slot().equals(step.with().get("orderId")))
                .flatMap(step ->
                        operations.impossible(step, situation.state().slots().get(ask.slot()), situation));
    }

    /** Who asks and which order are asked for first: what was said with the wish itself is known by then. */
    private static Reading reading(SlotKind kind, Asking asking) {
        var reading = kind.read(asking);
        var opening = asking.situation().state().opening();
        if (asking.asked() || opening == null || !kind.readsOpening() || !(reading instanceof Reading.Nothing))
            return reading;
        var before = asking.situation().sayingOnly(opening);
        return kind.read(new Asking(before, asking.rule(), asking.step())) instanceof Reading.Filled filled
                ? filled
                : reading;
    }

    /** "Cancel my order, I bought it by mistake": who asks is asked for first, and the reason is known by then. */
    private Situation readAhead(Flow flow, Situation start, List<String> trace) {
        var situation = start;
        for (var step : flow.steps())
            if (step instanceof Step.Ask ask && step.applies(situation.state().slots()) && !known(ask, situation)) {
                var rule = situation.pack().slot(ask.slot());
                var kind = slots.of(rule.kind());
                if (rule.readAhead()
                        && kind.read(new Asking(situation, rule, ask)) instanceof Reading.Filled(var value)) {
                    trace.add(flow.name() + ".ahead." + ask.slot());
                    situation = filled(situation, ask.slot(), value);
                }
            }
        return situation;
    }

    /** @return the flow with what is wanted otherwise than the preview has it; empty where nothing is */
    Optional<Move> corrected(Flow flow, Situation previewed) {
        var situation = previewed;
        for (var step : flow.steps())
            if (step instanceof Step.Ask ask && step.applies(situation.state().slots()))
                situation = corrected(flow, ask, situation).orElse(situation);
        return situation == previewed
                ? Optional.empty()
                : Optional.of(advance(flow, situation).move());
    }

    private Optional<Situation> corrected(Flow flow, Step.Ask ask, Situation situation) {
        var rule = situation.pack().slot(ask.slot());
        var kind = slots.of(rule.kind());
        if (!kind.isCorrectedBesideAPreview()) return Optional.empty();
        var before = situation.state().slots().get(ask.slot());
        var without = situation.in(situation.state().without(ask.slot()));
        var open = without.in(without.state().withoutOpening());
        if (!(kind.read(new Asking(open, rule, ask)) instanceof Reading.Filled(var value)) || value.equals(before))
            return Optional.empty();
        return Optional.of(filled(withoutWhatHangsOn(flow, rule.kind(), without), ask.slot(), value));
    }

    /** Of another item another variant is wanted, for a company another name stands on the invoice. */
    private static Situation withoutWhatHangsOn(Flow flow, String kind, Situation situation) {
        var hanging = HANGS_ON.getOrDefault(kind, "");
        var state = situation.state();
        for (var step : flow.steps())
            if (step instanceof Step.Ask ask
                    && situation.pack().slot(ask.slot()).kind().equals(hanging)) state = state.without(ask.slot());
        return situation.in(state);
    }

    private boolean known(Step.Ask ask, Situation situation) {
        if (!situation.state().slots().containsKey(ask.slot())) return false;
        // A button for a slot that is known already chooses again.
        if (situation
                .heard()
                .answerTo(ask.slot())
                .filter(v -> !v.equals(situation.state().slots().get(ask.slot())))
                .isPresent()) return false;
        // A variant is asked for once per item: it is known only when the reading says so.
        return !situation.pack().slot(ask.slot()).kind().equals("variant")
                || !ask.slot().equals(situation.state().asked());
    }

    private static Situation filled(Situation situation, String slot, String value) {
        var state = situation.state().with(slot, value);
        var context = situation.pack().slot(slot).kind().equals("order")
                ? situation.context().withOrder(value)
                : situation.context();
        return situation.in(state).about(context);
    }

    private static Move request(SlotKind kind, Asking asking, String problem) {
        var situation = asking.situation();
        var options = kind.options(asking);
        return Move.of(
                situation,
                new Decision.Request(asking.rule().name(), kind.question(asking), kind.many(), options, problem),
                situation.state().asking(asking.rule().name(), options));
    }

    private static String path(List<String> trace) {
        return String.join(" → ", trace);
    }
}
