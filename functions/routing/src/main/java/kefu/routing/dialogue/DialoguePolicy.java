package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.turn.Act;
import kefu.model.turn.Expects.Option;
import kefu.model.understanding.Intent;
import kefu.model.understanding.Understanding;
import kefu.routing.pack.IntentRule;
import kefu.routing.pack.IntentRule.Handling;

/**
 * Decides what to do in a turn: D = h(C, Q). First what keeps a person from getting angry, then what was asked for,
 * then what was said anew.
 */
@ApplicationScoped
public class DialoguePolicy {
    /** Below it the best intent is a guess: better to ask. */
    private static final double SURE_ENOUGH = 0.35;

    private final FlowRunner flows;
    private final Confirmation confirmation;
    private final Corrections corrections;
    private final Interruption interruption;
    private final Answering answering;

    DialoguePolicy(
            FlowRunner flows,
            Confirmation confirmation,
            Corrections corrections,
            Interruption interruption,
            Answering answering) {
        this.flows = flows;
        this.confirmation = confirmation;
        this.corrections = corrections;
        this.interruption = interruption;
        this.answering = answering;
    }

    public Move decide(Situation situation) {
        var rules = situation.pack().handoff();
        // Who waits for a person has been told so: until one comes their questions are answered.
        boolean comes = situation.awaitsPerson();
        if (!comes && situation.context().frustration() >= rules.frustration())
            return handOff(situation, "frustration").after("frustration");
        var move = respond(situation);
        return !comes && move.state().failures() >= rules.failures()
                ? handOff(situation, "failures").after("failures")
                : move;
    }

    private Move respond(Situation situation) {
        var state = situation.state();
        var chosen = situation.heard().answerTo(Replies.WHICH_INTENT);
        if (chosen.isPresent() && !state.inFlow())
            return handle(situation.in(DialogueState.IDLE), chosen.get()).after("chosen intent");
        var closed = closed(situation);
        if (closed.isPresent()) return closed.get();
        boolean person = situation.rule().handling() instanceof Handling.HandOver && !answersWhatWasAsked(situation);
        var awaited = AwaitedPerson.answer(situation, person);
        if (awaited.isPresent()) return awaited.get();
        if (person && isSure(situation)) return handle(situation, situation.intent());
        if (state.awaitsYes()) {
            boolean another = interruption.isWanted(situation);
            return confirmation
                    .answer(situation, another)
                    .orElseGet(() -> interrupt(situation, confirmation.again(situation)));
        }
        if (state.inFlow()) return inFlow(situation);
        if ("product".equals(state.asked())) {
            var product = whichProduct(situation);
            if (product.isPresent()) return product.get();
        }
        var guesses = guesses(situation.heard().understanding(), situation);
        return guesses.isEmpty() ? handle(situation, situation.intent()) : clarify(situation, guesses);
    }

    /** A button of an earlier reply, for what is not asked any more: nothing is done, and what is asked stays. */
    private Optional<Move> closed(Situation situation) {
        var answer = situation.heard().answer();
        if (answer == null || !situation.heard().text().isBlank() || isOpen(answer.slot(), situation))
            return Optional.empty();
        var says = situation.say("answer.closed");
        var state = situation.state();
        var trace = "answer to " + answer.slot() + ", which is not open";
        if (state.awaitsYes())
            return Optional.of(confirmation.again(situation).opening(says).after(trace));
        if (state.inFlow()) return Optional.of(flows.again(situation, says).after(trace));
        return Optional.of(Move.of(situation, new Decision.Say(Act.INFORM, says), state, trace));
    }

    /** What is asked, and before a preview what the flow in progress knows already: that may be chosen anew. */
    private static boolean isOpen(String slot, Situation situation) {
        var state = situation.state();
        return slot.equals(state.asked()) || !state.awaitsYes() && state.slots().containsKey(slot);
    }

    private static Move clarify(Situation situation, List<Option> guesses) {
        var decision = new Decision.Clarify(situation.say("clarify"), guesses);
        var state = situation.state().asking(Replies.WHICH_INTENT, guesses).failed();
        return Move.of(situation, decision, state, "not sure enough");
    }

    private Move inFlow(Situation situation) {
        var advance = flows.advance(situation);
        if (interruption.isWanted(situation, advance)) return interrupt(situation, advance.move());
        boolean leaves = !advance.answered()
                && situation.heard().answer() == null
                && situation.pack().assent().onlyDeclines(situation.heard().text());
        if (leaves) return flows.stop(situation).after("stopped");
        if (advance.useful())
            return advance.move().after("answered " + situation.state().asked());
        if (situation.rule().declines()) return flows.stop(situation).after("stopped");
        if (interruption.isWanted(situation)) return interrupt(situation, advance.move());
        return corrections
                .in(situation)
                .map(corrected -> flows.advance(corrected).move().after("corrected"))
                .orElseGet(() -> flows.advance(situation.in(situation.state().failed()))
                        .move()
                        .after("asked again"));
    }

    /** Whatever it was taken for: an e-mail address alone is no wish, nor is one of the options. */
    private boolean answersWhatWasAsked(Situation situation) {
        boolean value = interruption.aValueWasAskedFor(situation);
        boolean asked = value || !situation.state().options().isEmpty();
        if (!situation.state().inFlow() || !asked) return false;
        boolean saysMore = !value || situation.heard().saysMoreThanValues();
        if (saysMore && situation.confidence() >= Interruption.SURE) return false;
        return flows.advance(situation).answered();
    }

    /** A question is answered and what was asked or previewed stays; another task takes its place. */
    private Move interrupt(Situation situation, Move pending) {
        var intent = situation.intent();
        var handling = situation.rule().handling();
        if (handling instanceof Handling.Follow(var name))
            return follow(situation, name, interruption.carriedOver(situation, name))
                    .after("intent " + intent);
        var answered = handle(situation.in(DialogueState.IDLE), intent);
        if (!(handling instanceof Handling.Answer)) return answered;
        var told = switch (answered.decision()) {
            case Decision.Inform(var findings) ->
                findings.stream().map(Finding::text).collect(Collectors.joining("\n"));
            case Decision.Say(var _, var text) -> text;
            default -> "";
        };
        return switch (pending.decision()) {
            case Decision.Request request
            when !told.isEmpty() ->
                Move.of(
                        situation,
                        new Decision.Request(request.slot(), request.text(), request.many(), request.options(), told),
                        pending.state().understood(),
                        "answered in between: " + intent);
            case Decision.Confirm _
            when !told.isEmpty() ->
                Move.of(situation, pending.decision(), pending.state().understood(), "answered in between: " + intent)
                        .doing(pending.actions().getFirst())
                        .saying(told);
            case Decision.Confirm _ -> pending.after("asked again");
            default -> answered;
        };
    }

    private Move handle(Situation situation, String intent) {
        var rule = situation.pack().intent(intent);
        return switch (rule.handling()) {
            case Handling.Follow(var name) -> follow(situation, name, Map.of()).after("intent " + intent);
            case Handling.Answer answer -> answering.answer(situation, answer).after("intent " + intent);
            case Handling.Say(var reply, var act) ->
                say(situation, rule, reply, act).after("intent " + intent);
            case Handling.HandOver(var reason) -> handOff(situation, reason).after("intent " + intent);
            case Handling.Respond _ ->
                Move.of(situation, new Decision.Say(Act.INFORM, situation.say("nothingPending")), DialogueState.IDLE)
                        .after("intent " + intent);
        };
    }

    /** @param known slots of the flow that are known already */
    private Move follow(Situation situation, String name, Map<String, String> known) {
        var state = DialogueState.IDLE.start(name, situation.heard().text());
        for (var slot : known.entrySet()) state = state.with(slot.getKey(), slot.getValue());
        return flows.advance(situation.in(state)).move();
    }

    /** The product was asked for, and is named now: the question before is answered for it. */
    private Optional<Move> whichProduct(Situation situation) {
        var named = answering.product(situation);
        if (named.isEmpty()) return Optional.empty();
        var product = named.get();
        var before = situation.context();
        var intents = before.intents();
        boolean same =
                situation.rule().handling() instanceof Handling.Answer && situation.confidence() >= Interruption.LIKELY;
        var intent = same || intents.isEmpty() ? situation.intent() : earlierQuestion(situation);
        return Optional.of(handle(situation.about(before.withProduct(product)).in(DialogueState.IDLE), intent)
                .after("product " + product));
    }

    private String earlierQuestion(Situation situation) {
        return situation.context().intents().reversed().stream()
                .filter(intent -> situation.pack().intent(intent).handling() instanceof Handling.Answer)
                .findFirst()
                .orElse(situation.intent());
    }

    private Move say(Situation situation, IntentRule rule, String reply, Act act) {
        boolean lost = rule.name().equals(Intent.OUT_OF_SCOPE);
        var known = lost ? answering.outOfArticles(situation) : Optional.<Move>empty();
        if (known.isPresent()) return known.get();
        return Move.of(
                situation,
                new Decision.Say(act, situation.say(reply)),
                lost ? situation.state().failed() : DialogueState.IDLE);
    }

    private Move handOff(Situation situation, String reason) {
        return Move.of(situation, new Decision.HandOff(reason, situation.say("handoff." + reason)), DialogueState.IDLE);
    }

    private static boolean isSure(Situation situation) {
        return situation.confidence() >= SURE_ENOUGH;
    }

    /** @return intents to choose from where the best is a guess; empty where it is clear enough */
    private static List<Option> guesses(Understanding heard, Situation situation) {
        if (heard.intent().equals(Intent.OUT_OF_SCOPE) || isSure(situation)) return List.of();
        return Stream.concat(
                        Stream.of(heard.intent()), heard.alternatives().stream().map(Intent::intent))
                .filter(name -> situation.pack().intents().containsKey(name)
                        && situation.pack().intent(name).isTask())
                .distinct()
                .limit(3)
                .map(name ->
                        new Option(name, situation.pack().intent(name).title().in(situation.language())))
                .toList();
    }
}
