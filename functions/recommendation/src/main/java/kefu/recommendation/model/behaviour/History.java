package kefu.recommendation.model.behaviour;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kefu.recommendation.model.behaviour.Action.Kind;

/**
 * What one customer did, oldest first, the newest {@value #MOST} actions. Immutable.
 *
 * @param actions in any order; sorted and cut here
 */
public record History(List<Action> actions) {
    public static final int MOST = 200;
    public static final History NONE = new History(List.of());

    private static final Set<Kind> REFUSALS = EnumSet.of(Kind.DISLIKE, Kind.RETURN);

    public History {
        actions = actions.stream()
                .sorted(comparing(Action::at).thenComparing(Action::productId).thenComparing(Action::kind))
                .skip(Math.max(0, actions.size() - MOST))
                .toList();
    }

    /** What a product is to the customer: the strongest thing done with it, and when something was last done. */
    public record Touch(String productId, Kind strongest, Instant lastAt) {}

    /** @return products that speak for themselves, by the time they were first met; none that was refused */
    public Map<String, Touch> touched() {
        var touched = new LinkedHashMap<String, Touch>();
        for (var action : actions) touched.merge(action.productId(), touch(action), History::join);
        refused().forEach(touched::remove);
        return touched;
    }

    /** @return products that were returned or disliked, and not bought again since */
    public Set<String> refused() {
        var refused = new HashSet<String>();
        for (var action : actions) {
            if (REFUSALS.contains(action.kind())) refused.add(action.productId());
            else if (action.kind() == Kind.PURCHASE) refused.remove(action.productId());
        }
        return refused;
    }

    /** @return when each product was last bought */
    public Map<String, Instant> bought() {
        var bought = new HashMap<String, Instant>();
        for (var action : actions) if (action.kind() == Kind.PURCHASE) bought.put(action.productId(), action.at());
        return bought;
    }

    public Optional<Instant> lastAt() {
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of(actions.getLast().at());
    }

    /** @return the history without anything that was done with this product */
    public History without(String productId) {
        return new History(actions.stream()
                .filter(action -> !action.productId().equals(productId))
                .toList());
    }

    private static Touch touch(Action action) {
        return new Touch(action.productId(), action.kind(), action.at());
    }

    private static Touch join(Touch earlier, Touch later) {
        var strongest =
                later.strongest().interest() > earlier.strongest().interest() ? later.strongest() : earlier.strongest();
        return new Touch(earlier.productId(), strongest, later.lastAt());
    }
}
