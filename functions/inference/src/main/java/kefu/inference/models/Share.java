package kefu.inference.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who serves one language: most requests go to one model, a share of them to a second one, and others are loaded beside
 * them for requests that ask by name. Immutable: a request that began with it ends with it, whatever is activated
 * meanwhile.
 *
 * @param percent of the requests that the canary gets, 0 to 100
 * @param beside loaded, not chosen unless named
 */
record Share(Serving main, Optional<Serving> canary, int percent, List<Serving> beside) {
    /** Models loaded for one language beside those that serve: the one that served before, and a few named ones. */
    private static final int MOST_BESIDE = 3;

    Share {
        beside = List.copyOf(beside);
    }

    static Share of(Serving main) {
        return new Share(main, Optional.empty(), 0, List.of());
    }

    /** @param draw in [0, 1), the same for all texts of a request */
    Serving choose(double draw) {
        return canary.filter(_ -> draw * 100 < percent).orElse(main);
    }

    Optional<Serving> named(ModelId id) {
        return all().stream().filter(s -> ModelId.of(s).equals(id)).findFirst();
    }

    List<Serving> all() {
        List<Serving> all = new ArrayList<>(List.of(main));
        canary.ifPresent(all::add);
        all.addAll(beside);
        return all;
    }

    /** @return this share with another main model; the former one stays loaded */
    Share withMain(Serving next) {
        Optional<Serving> still = canary.filter(c -> differs(c, next));
        return new Share(next, still, still.isPresent() ? percent : 0, others(next, still));
    }

    /** @return this share with a canary; at 0 percent it is loaded and waits to be named */
    Share withCanary(Serving next, int share) {
        if (!differs(next, main)) return new Share(next, Optional.empty(), 0, others(next, Optional.empty()));
        if (share > 0) return new Share(main, Optional.of(next), share, others(main, Optional.of(next)));
        Optional<Serving> still = canary.filter(c -> differs(c, next));
        List<Serving> loaded = new ArrayList<>(List.of(next));
        others(main, still).stream()
                .filter(s -> differs(s, next))
                .limit(MOST_BESIDE - 1)
                .forEach(loaded::add);
        return new Share(main, still, still.isPresent() ? percent : 0, loaded);
    }

    private List<Serving> others(Serving serving, Optional<Serving> second) {
        return all().stream()
                .filter(s -> differs(s, serving)
                        && second.filter(c -> !differs(c, s)).isEmpty())
                .limit(MOST_BESIDE)
                .toList();
    }

    private static boolean differs(Serving a, Serving b) {
        return !ModelId.of(a).equals(ModelId.of(b));
    }
}
