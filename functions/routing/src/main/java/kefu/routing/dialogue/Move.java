package kefu.routing.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kefu.model.Require;
import kefu.model.shop.Customer;
import kefu.model.turn.Act;
import kefu.model.turn.Action;
import kefu.routing.context.Context;

/**
 * A decision and what it leaves behind.
 *
 * @param identified who was identified in this turn, and how
 * @param recommend whether products may go with the reply
 * @param trace the steps that led here, for the explanation
 */
public record Move(
        Decision decision,
        DialogueState state,
        Context context,
        Optional<Identified> identified,
        List<Action> actions,
        boolean recommend,
        List<String> trace) {
    public Move {
        actions = Require.list(actions);
        trace = Require.list(trace);
    }

    /** @param by {@code email} or {@code name_zip} */
    public record Identified(Customer customer, String by) {}

    static Move of(Situation situation, Decision decision, DialogueState state, String... trace) {
        return new Move(decision, state, situation.context(), Optional.empty(), List.of(), false, List.of(trace));
    }

    public Move after(String step) {
        var longer = new java.util.ArrayList<String>();
        longer.add(step);
        longer.addAll(trace);
        return new Move(decision, state, context, identified, actions, recommend, longer);
    }

    Move identifying(Optional<Identified> who) {
        return new Move(decision, state, context, who, actions, recommend, trace);
    }

    Move recommending() {
        return new Move(decision, state, context, identified, actions, true, trace);
    }

    /** @param products that are shown with the reply */
    public Move showing(List<String> products) {
        return new Move(decision, state, context.offering(products), identified, actions, recommend, trace);
    }

    /** @param words that stand above what a preview lists */
    Move saying(String words) {
        return decision instanceof Decision.Confirm(var preview)
                ? new Move(
                        new Decision.Confirm(words + "\n" + preview),
                        state,
                        context,
                        identified,
                        actions,
                        recommend,
                        trace)
                : this;
    }

    /** @return whether nothing of it is left to ask or to agree to */
    public boolean isThrough() {
        return !state.inFlow() && state.asked() == null && !decision.changesQueue();
    }

    /** @param next what was decided about the next of several wishes */
    public Move and(Move next) {
        var decisions = Stream.concat(decisions(), next.decisions()).toList();
        return new Move(
                new Decision.Several(decisions),
                next.state,
                next.context,
                identified.or(next::identified),
                Stream.concat(actions.stream(), next.actions.stream()).toList(),
                recommend || next.recommend,
                Stream.concat(trace.stream(), next.trace.stream()).toList());
    }

    private Stream<Decision> decisions() {
        return decision instanceof Decision.Several(var several) ? several.stream() : Stream.of(decision);
    }

    /** @param text said before anything else */
    public Move opening(String text) {
        var said = new Decision.Say(Act.INFORM, text);
        return new Move(
                new Decision.Several(Stream.concat(Stream.of(said), decisions()).toList()),
                state,
                context,
                identified,
                actions,
                recommend,
                trace);
    }

    /** @param wishes that come after this */
    public Move awaited(List<Wish> wishes) {
        return new Move(decision, state.awaited(wishes), context, identified, actions, recommend, trace);
    }

    Move doing(Action action) {
        return new Move(decision, state, context, identified, List.of(action), recommend, trace);
    }
}
