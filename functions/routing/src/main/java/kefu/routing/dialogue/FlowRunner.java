package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kefu.model.turn.Act;
import kefu.routing.dialogue.evidence.EvidenceKinds;
import kefu.routing.dialogue.slot.SlotKind;
import kefu.routing.dialogue.slot.SlotKind.Asking;
import kefu.routing.dialogue.slot.SlotKind.Reading;
import kefu.routing.dialogue.slot.SlotKinds;
import kefu.routing.pack.Flow.Step;
import kefu.routing.store.Store;

/** Follows the steps of the flow in progress as far as what is known carries. */
@ApplicationScoped
class FlowRunner {
    private final SlotKinds slots;
    private final EvidenceKinds evidence;
    private final Carrying operations;
    private final Questions questions;
    private final Store store;

    FlowRunner(SlotKinds slots, EvidenceKinds evidence, Carrying operations, Questions questions, Store store) {
        this.slots = slots;
        this.evidence = evidence;
        this.operations = operations;
        this.questions = questions;
        this.store = store;
    }

    /**
     * @param useful whether something that was said was of use to the flow
     * @param answered whether what was asked for is known now
     */
    record Advance(Move move, boolean useful, boolean answered) {}

    Advance advance(Situation start) {
        var run = new Run(start);
        if (run.begins) run.readAhead();
        return run.follow();
    }

    /** @return what the flow in progress asks, once more. @param problem said before it */
    Move again(Situation situation, String problem) {
        var ask = situation.flow().ask(situation.state().asked()).orElseThrow();
        return questions.ask(ask, situation, problem);
    }

    /** Ends the flow in progress: it was not wanted. */
    Move stop(Situation situation) {
        return Move.of(situation, new Decision.Say(Act.INFORM, situation.say("stopped")), DialogueState.IDLE);
    }

    /** One turn's way through the steps: each adds to what is known, and the first that must be answered, agreed to or refused ends it. */
    private final class Run {
        private final boolean begins;
        private final List<String> trace = new ArrayList<>();
        private final List<Finding> shown = new ArrayList<>();
        private Situation situation;
        private Optional<Move.Identified> identified = Optional.empty();
        private boolean useful;
        private boolean answered;

        Run(Situation start) {
            situation = start;
            begins = start.state().asked() == null;
        }

        Advance follow() {
            for (var step : situation.flow().steps()) {
                if (!step.applies(situation.state().slots())) continue;
                var end = switch (step) {
                    case Step.Ask ask -> ask(ask);
                    case Step.Do carry -> Optional.of(carry(carry));
                    case Step.Show show -> {
                        show(show);
                        yield Optional.<Advance>empty();
                    }
                };
                if (end.isPresent()) return end.get();
            }
            var told = shown.isEmpty()
                    ? new Decision.Say(Act.CLARIFY, situation.say("nothingFound"))
                    : new Decision.Inform(shown);
            return end(Move.of(situation, told, DialogueState.IDLE));
        }

        private Optional<Advance> ask(Step.Ask ask) {
            // What is known at the beginning was carried over from another task.
            if (isKnown(ask)) return begins ? instead(ask).or(() -> impossible(ask)) : Optional.empty();
            var asking = asking(ask);
            var kind = kind(ask);
            var reading = read(kind, asking);
            trace.add("%s.ask.%s: %s"
                    .formatted(
                            situation.flow().name(),
                            ask.slot(),
                            reading.getClass().getSimpleName().toLowerCase()));
            return switch (reading) {
                case Reading.Filled(var value) -> {
                    useful |= asking.asked();
                    answered |= asking.asked();
                    situation = situation.filling(ask.slot(), value);
                    yield instead(ask).or(() -> impossible(ask));
                }
                case Reading.Recognised(var who) -> {
                    useful = true;
                    answered |= asking.asked();
                    identified = Optional.of(who);
                    situation = situation
                            .with(who.customer())
                            .filling(ask.slot(), who.customer().id());
                    yield Optional.empty();
                }
                case Reading.Partly(var value) -> {
                    situation = situation.filling(ask.slot(), value);
                    yield Optional.of(end(questions.ask(ask, situation, "")));
                }
                case Reading.Wrong(var reply) -> {
                    if (asking.asked())
                        situation = situation.in(situation.state().failed());
                    yield Optional.of(end(questions.ask(ask, situation, situation.say(reply))));
                }
                case Reading.Impossible(var reply) -> {
                    var says = new Decision.Say(Act.DENY, situation.say(reply));
                    yield Optional.of(end(Move.of(situation, says, DialogueState.IDLE)));
                }
                case Reading.Nothing() -> {
                    boolean again = asking.asked() && situation.state().failures() > 0;
                    var problem = again ? situation.say("again.unclear") : "";
                    yield Optional.of(end(questions.ask(ask, situation, problem), useful));
                }
            };
        }

        /** What has not been sent yet is changed, not exchanged: another flow does it to an order in this status. */
        private Optional<Advance> instead(Step.Ask ask) {
            var flow = situation.flow();
            if (flow.instead().isEmpty() || !ask.slot().equals("order")) return Optional.empty();
            return store.order(situation.state().slots().get(ask.slot()))
                    .map(order -> flow.instead().get(order.status().json()))
                    .map(this::instead);
        }

        private Advance instead(String other) {
            trace.add(situation.flow().name() + ".instead." + other);
            var before = situation.state();
            var state = before.start(other, situation.said());
            for (var ask : situation.pack().flow(other).orElseThrow().asks().toList())
                if (before.slots().containsKey(ask.slot()))
                    state = state.with(ask.slot(), before.slots().get(ask.slot()));
            var move = advance(situation.in(state)).move();
            return end(move.opening(situation.say("instead." + other)));
        }

        private Advance carry(Step.Do step) {
            trace.add(situation.flow().name() + ".do." + step.operation());
            return end(operations.propose(step, situation));
        }

        private void show(Step.Show step) {
            trace.add(situation.flow().name() + ".show." + step.evidence());
            evidence.of(step.evidence()).find(situation).ifPresent(shown::add);
        }

        /** Nobody is asked how an order should be changed that cannot be. */
        private Optional<Advance> impossible(Step.Ask ask) {
            return situation
                    .flow()
                    .operation()
                    .filter(step -> situation.customer().isPresent()
                            && ask.slot().equals(step.with().get("orderId")))
                    .flatMap(step -> operations.impossible(
                            step, situation.state().slots().get(ask.slot()), situation))
                    .map(this::end);
        }

        /** "Cancel my order, I bought it by mistake": who asks is asked for first, and the reason is known by then. */
        void readAhead() {
            for (var step : situation.flow().steps())
                if (step instanceof Step.Ask ask
                        && step.applies(situation.state().slots())
                        && !isKnown(ask)
                        && asking(ask).rule().readAhead()
                        && kind(ask).read(asking(ask)) instanceof Reading.Filled(var value)) {
                    trace.add(situation.flow().name() + ".ahead." + ask.slot());
                    situation = situation.filling(ask.slot(), value);
                }
        }

        private boolean isKnown(Step.Ask ask) {
            var known = situation.state().slots();
            if (!known.containsKey(ask.slot())) return false;
            // A button for a slot that is known already chooses again.
            boolean chosen = situation
                    .heard()
                    .answerTo(ask.slot())
                    .filter(value -> !value.equals(known.get(ask.slot())))
                    .isPresent();
            // A variant is asked for once per item: it is known only when the reading says so.
            boolean perItem = asking(ask).rule().kind().equals("variant")
                    && ask.slot().equals(situation.state().asked());
            return !chosen && !perItem;
        }

        private Asking asking(Step.Ask ask) {
            return new Asking(situation, situation.pack().slot(ask.slot()), ask);
        }

        private SlotKind kind(Step.Ask ask) {
            return slots.of(situation.pack().slot(ask.slot()).kind());
        }

        private Advance end(Move move) {
            return end(move, true);
        }

        private Advance end(Move move, boolean ofUse) {
            return new Advance(move.identifying(identified).after(String.join(" → ", trace)), ofUse, answered);
        }
    }

    /** Who asks and which order are asked for first: what was said with the wish itself is known by then. */
    private static Reading read(SlotKind kind, Asking asking) {
        var reading = kind.read(asking);
        var opening = asking.situation().state().opening();
        if (asking.asked() || opening == null || !kind.readsOpening() || !(reading instanceof Reading.Nothing))
            return reading;
        var before = asking.situation().sayingOnly(opening);
        return kind.read(new Asking(before, asking.rule(), asking.step())) instanceof Reading.Filled filled
                ? filled
                : reading;
    }
}
