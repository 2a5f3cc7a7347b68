package kefu.recommendation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import kefu.recommendation.model.behaviour.Action;
import kefu.recommendation.model.behaviour.Decay;
import kefu.recommendation.model.content.Match;

/** The products that a recommendation starts from: the page's, those the query names, those of the customer's past. */
final class Seeds {
    private static final int MOST_OF_QUERY = 3;
    private static final double OF_QUERY = 0.5;
    private static final double OF_PROFILE = 0.3;
    private static final double LEAST = 0.001;

    private final Decay fading;

    /** @param fading how fast the past matters less */
    Seeds(Decay fading) {
        this.fading = fading;
    }

    List<Seed> of(Ask ask, List<Match> matches) {
        var seeds = new ArrayList<Seed>();
        var known = new HashSet<String>();
        ask.productId().filter(known::add).ifPresent(id -> seeds.add(new Seed(id, Seed.Origin.PAGE, 1)));
        matches.stream()
                .sorted(Comparator.comparingDouble((Match m) -> -m.fit()).thenComparing(Match::productId))
                .limit(MOST_OF_QUERY)
                .filter(match -> known.add(match.productId()))
                .forEach(match -> seeds.add(new Seed(match.productId(), Seed.Origin.QUERY, OF_QUERY * match.fit())));
        ask.customer().history().touched().values().forEach(touch -> {
            var weight = touch.strongest().interest() * fading.nearness(touch.lastAt(), ask.now());
            if (weight >= LEAST && known.add(touch.productId()))
                seeds.add(new Seed(touch.productId(), origin(touch.strongest()), weight));
        });
        for (var affinity : ask.customer().taste().products())
            if (affinity.weight() > 0 && known.add(affinity.name()))
                seeds.add(new Seed(affinity.name(), Seed.Origin.PROFILE, OF_PROFILE * affinity.weight()));
        return seeds;
    }

    private static Seed.Origin origin(Action.Kind kind) {
        return switch (kind) {
            case VIEW -> Seed.Origin.VIEWED;
            case CART -> Seed.Origin.CART;
            case PURCHASE -> Seed.Origin.BOUGHT;
            case LIKE -> Seed.Origin.LIKED;
            case DISLIKE, RETURN -> throw new IllegalArgumentException("a refused product is nothing to start from");
        };
    }
}
