package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.shop.Product;
import kefu.model.turn.Act;
import kefu.model.turn.Expects.Option;
import kefu.model.understanding.Intent;
import kefu.model.understanding.Understanding;
import kefu.routing.dialogue.slot.SlotKinds;
import kefu.routing.pack.Flow.Step;
import kefu.routing.pack.IntentRule;
import kefu.routing.pack.IntentRule.Handling;
import kefu.routing.store.Store;

/**
 * Decides what to do in a turn: D = h(C, Q). First what keeps a person from getting angry, then what was asked for,
 * then what was said anew.
 */
@ApplicationScoped
public class DialoguePolicy {
    /** Below it the best intent is a guess: better to ask. */
    private static final double SURE_ENOUGH = 0.35;
    /** Above it a new wish interrupts what was being asked. */
    private static final double INTERRUPTS = 0.55;
    /** Above it it does so even where what was said answers what was asked. */
    private static final double INTERRUPTS_AN_ANSWER = 0.8;

    private static final Set<String> OF_AN_ORDER = Set.of("order", "items", "item");

    private final FlowRunner flows;
    private final Confirmation confirmation;
    private final Answering answering;
    private final SlotKinds slots;
    private final Store store;

    DialoguePolicy(FlowRunner flows, Confirmation confirmation, Answering answering, SlotKinds slots, Store store) {
        this.flows = flows;
        this.confirmation = confirmation;
        this.answering = answering;
        this.slots = slots;
        this.store = store;
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
        if (chosen.isPresent())
            return handle(situation.in(DialogueState.IDLE), chosen.get()).after("chosen intent");
        boolean person = situation.rule().handling() instanceof Handling.HandOver && !answersWhatWasAsked(situation);
        var awaited = AwaitedPerson.answer(situation, person);
        if (awaited.isPresent()) return awaited.get();
        if (person && isSure(situation)) return handle(situation, situation.intent());
        if (state.awaitsYes()) {
            boolean another = interrupts(situation);
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

    private static Move clarify(Situation situation, List<Option> guesses) {
        var decision = new Decision.Clarify(situation.say("clarify"), guesses);
        var state = situation.state().asking(Replies.WHICH_INTENT, guesses).failed();
        return Move.of(situation, decision, state, "not sure enough");
    }

    private Move inFlow(Situation situation) {
        var advance = flows.advance(situation);
        if (asksForAnother(situation)) return interrupt(situation, advance.move());
        boolean leaves = !advance.answered()
                && situation.heard().answer() == null
                && situation.pack().assent().onlyDeclines(situation.heard().text());
        if (leaves) return flows.stop(situation).after("stopped");
        if (advance.useful())
            return advance.move().after("answered " + situation.state().asked());
        if (situation.rule().declines()) return flows.stop(situation).after("stopped");
        if (interrupts(situation)) return interrupt(situation, advance.move());
        return flows.advance(situation.in(situation.state().failed())).move().after("asked again");
    }

    /** Whatever it was taken for: an e-mail address alone is no wish, nor is one of the options. */
    private boolean answersWhatWasAsked(Situation situation) {
        boolean value = aValueWasAskedFor(situation);
        boolean asked = value || !situation.state().options().isEmpty();
        if (!situation.state().inFlow() || !asked) return false;
        boolean saysMore = !value || situation.heard().saysMoreThanValues();
        if (saysMore && situation.confidence() >= INTERRUPTS_AN_ANSWER) return false;
        return flows.advance(situation).answered();
    }

    /** "Cancel order #W1", where a number was asked for to say how that order is. */
    private boolean asksForAnother(Situation situation) {
        return situation.rule().handling() instanceof Handling.Follow
                && aValueWasAskedFor(situation)
                && situation.heard().saysMoreThanValues()
                && interrupts(situation)
                && situation.confidence() >= INTERRUPTS_AN_ANSWER;
    }

    private boolean aValueWasAskedFor(Situation situation) {
        var asked = situation.pack().slot(situation.state().asked());
        return asked != null && slots.of(asked.kind()).isValue();
    }

    /** A question is answered and what was asked or previewed stays; another task takes its place. */
    private Move interrupt(Situation situation, Move pending) {
        var intent = situation.intent();
        var handling = situation.rule().handling();
        if (handling instanceof Handling.Follow(var name))
            return follow(situation, name, carriedOver(situation, name)).after("intent " + intent);
        var answered = handle(situation.in(DialogueState.IDLE), intent);
        if (!(handling instanceof Handling.Answer)) return answered;
        var told = answered.decision() instanceof Decision.Inform(var findings)
                ? findings.stream().map(Finding::text).collect(Collectors.joining("\n"))
                : "";
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

    /** The order and the items stay meant where somebody changes from one task about them to another: return, no, exchange. */
    private Map<String, String> carriedOver(Situation situation, String next) {
        var known = situation.state().slots();
        var before = asks(situation, situation.state().flow()).toList();
        var named = store.productsNamed(situation.heard().text()).stream()
                .map(Product::id)
                .toList();
        // Who names something else means that, and may mean another order.
        if (!named.isEmpty() && !isIn(known, named)) return Map.of();
        return asks(situation, next)
                .filter(ask -> named.isEmpty()
                        || situation.pack().slot(ask.slot()).kind().equals("order"))
                .filter(ask ->
                        OF_AN_ORDER.contains(situation.pack().slot(ask.slot()).kind()))
                .filter(ask -> known.containsKey(ask.slot())
                        && before.stream()
                                .anyMatch(b -> b.slot().equals(ask.slot())
                                        && b.statuses().equals(ask.statuses())))
                .collect(Collectors.toMap(Step.Ask::slot, ask -> known.get(ask.slot())));
    }

    /** @return whether one of the products is in the order that is known */
    private boolean isIn(Map<String, String> known, List<String> products) {
        return Optional.ofNullable(known.get("order")).flatMap(store::order).stream()
                .flatMap(order -> order.items().stream())
                .anyMatch(item -> products.contains(item.productId()));
    }

    private static Stream<Step.Ask> asks(Situation situation, String flow) {
        return situation.pack().flow(flow).orElseThrow().steps().stream()
                .filter(Step.Ask.class::isInstance)
                .map(Step.Ask.class::cast);
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
        boolean same = situation.rule().handling() instanceof Handling.Answer && situation.confidence() >= INTERRUPTS;
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

    private static boolean interrupts(Situation situation) {
        var handling = situation.rule().handling();
        if (handling instanceof Handling.Respond || situation.intent().equals(Intent.OUT_OF_SCOPE)) return false;
        boolean sameFlow = handling instanceof Handling.Follow(var flow)
                && flow.equals(situation.state().flow());
        return !sameFlow && situation.confidence() >= INTERRUPTS;
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
