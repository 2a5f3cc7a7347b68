package kefu.recommendation.model.behaviour;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kefu.recommendation.model.behaviour.Action.Kind;

/** What a history contributes to each thing that is learnt. */
record Contributions(Contribution bought, Contribution viewed, Map<String, Double> popular) {
    static final Contributions NOTHING = new Contributions(Contribution.NOTHING, Contribution.NOTHING, Map.of());

    private static final int MOST_BOUGHT = 60;
    private static final int VIEWS_BACK = 12;

    static Contributions of(History history, Horizons horizons) {
        return new Contributions(
                baskets(history, horizons), sessions(history, horizons), popularity(history, horizons.popularDecay()));
    }

    /** Everything a customer kept, each pair weighing less the further apart it was bought. */
    private static Contribution baskets(History history, Horizons horizons) {
        var bought = new HashMap<>(history.bought());
        history.refused().forEach(bought::remove);
        var newest = bought.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(MOST_BOUGHT)
                .toList();
        var decay = horizons.togetherDecay();
        var near = horizons.basketDecay();
        var graph = new Contribution.Builder();
        for (var one : newest) graph.total(one.getKey(), decay.weight(one.getValue()));
        for (int i = 0; i < newest.size(); i++)
            for (int j = 0; j < i; j++)
                graph.pair(
                        newest.get(i).getKey(),
                        newest.get(j).getKey(),
                        near.nearness(newest.get(i).getValue(), newest.get(j).getValue()));
        return graph.build();
    }

    /** Products of one visit, each pair weighing less the more was looked at in between. */
    private static Contribution sessions(History history, Horizons horizons) {
        var decay = horizons.togetherDecay();
        var looks = history.actions().stream()
                .filter(action -> action.kind() == Kind.VIEW || action.kind() == Kind.CART)
                .toList();
        var graph = new Contribution.Builder();
        for (var look : looks) graph.total(look.productId(), decay.weight(look.at()));
        for (int i = 0; i < looks.size(); i++) {
            for (int j = i - 1; j >= Math.max(0, i - VIEWS_BACK); j--) {
                var later = looks.get(i);
                var earlier = looks.get(j);
                if (Duration.between(earlier.at(), later.at()).compareTo(horizons.session()) > 0) break;
                if (!later.productId().equals(earlier.productId()))
                    graph.pair(later.productId(), earlier.productId(), 1.0 / Math.sqrt(i - j));
            }
        }
        return graph.build();
    }

    private static Map<String, Double> popularity(History history, Decay decay) {
        var popular = new HashMap<String, Double>();
        history.touched()
                .forEach((id, touch) -> popular.put(id, touch.strongest().interest() * decay.weight(touch.lastAt())));
        return popular;
    }
}
