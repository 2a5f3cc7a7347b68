package kefu.recommendation.model;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kefu.model.shop.Product;
import kefu.recommendation.model.content.Match;

/** Gathers what speaks for each product that may be shown. One request's; not thread-safe. */
final class Candidates {
    private static final int MOST_POPULAR = 200;
    private static final Duration FRESH = Duration.ofDays(30);

    private final Snapshot snapshot;
    private final Weights weights;
    private final Ask ask;
    private final Set<String> barred;
    private final Budget budget;
    private final Map<String, Candidate> byId = new HashMap<>();

    Candidates(Snapshot snapshot, Weights weights, Ask ask, Duration boughtLately) {
        this.snapshot = snapshot;
        this.weights = weights;
        this.ask = ask;
        this.barred = barred(ask, boughtLately);
        this.budget = ask.budget(snapshot.catalogue());
    }

    /** What is not shown: the product that is looked at, what was refused, what was bought a moment ago. */
    private static Set<String> barred(Ask ask, Duration boughtLately) {
        var barred = new HashSet<>(ask.customer().history().refused());
        ask.productId().ifPresent(barred::add);
        ask.customer().history().bought().forEach((id, at) -> {
            if (at.isAfter(ask.now().minus(boughtLately))) barred.add(id);
        });
        return barred;
    }

    Collection<Candidate> gather(List<Seed> seeds, List<Match> matches) {
        matching(matches);
        for (var seed : seeds) gather(seed);
        popular();
        if (byId.size() < ask.limit() * 2) anything();
        byId.values().forEach(this::general);
        return byId.values();
    }

    /** @return what matches, or all there is where nothing does, as far as it may be offered */
    Collection<Candidate> offered(List<Match> matches) {
        matching(matches);
        if (matches.isEmpty()) snapshot.catalogue().available().forEach(listed -> open(listed.id()));
        byId.values().forEach(this::general);
        return byId.values();
    }

    /** @return whether the product may be shown at all */
    boolean mayBeShown(String id) {
        return !barred.contains(id);
    }

    /** @return how many products could be ordered and must not be shown */
    int barredAndAvailable() {
        return (int) barred.stream()
                .flatMap(id -> snapshot.catalogue().product(id).stream())
                .filter(Product::available)
                .count();
    }

    /** @return a candidate, with all that speaks for it in general */
    Candidate of(String id) {
        var candidate = new Candidate(snapshot.catalogue().get(id).orElseThrow());
        general(candidate);
        return candidate;
    }

    private void matching(List<Match> matches) {
        for (var match : matches)
            add(match.productId(), new Evidence.Matches(match.words()), weights.matches() * match.fit());
    }

    private void gather(Seed seed) {
        var id = seed.productId();
        for (var other : snapshot.behaviour().bought().of(id))
            add(
                    other.productId(),
                    new Evidence.BoughtTogether(seed),
                    weights.bought() * seed.weight() * other.likeness());
        for (var other : snapshot.behaviour().viewed().of(id))
            add(
                    other.productId(),
                    new Evidence.ViewedTogether(seed),
                    weights.viewed() * seed.weight() * other.likeness());
        for (var other : snapshot.catalogue().alike(id))
            add(other.productId(), new Evidence.AlikeTo(seed), weights.alike() * seed.weight() * other.likeness());
    }

    private void popular() {
        snapshot.behaviour().popularity().ranked().stream().limit(MOST_POPULAR).forEach(this::open);
    }

    /** Where little is known, the first products will do: somebody has to be shown them first. */
    private void anything() {
        snapshot.catalogue().available().stream()
                .filter(listed -> budget.allows(listed.product()))
                .limit(MOST_POPULAR)
                .forEach(listed -> open(listed.id()));
    }

    /** What speaks for a product whatever the customer did with others. */
    private void general(Candidate candidate) {
        var product = candidate.listed().product();
        for (var affinity : ask.customer().taste().categories())
            if (affinity.name().equals(product.category()))
                candidate.add(new Evidence.InTaste(product.category()), weights.taste() * affinity.weight());
        candidate.add(
                new Evidence.Popular(),
                weights.popular() * snapshot.behaviour().popularity().of(product.id(), ask.now()));
        var age = Duration.between(candidate.listed().since(), ask.now());
        var newness = 1 - (double) Math.max(0, age.toMillis()) / FRESH.toMillis();
        candidate.add(new Evidence.Fresh(), weights.fresh() * newness);
    }

    private void add(String id, Evidence evidence, double worth) {
        var candidate = open(id);
        if (candidate != null) candidate.add(evidence, worth);
    }

    private Candidate open(String id) {
        var known = byId.get(id);
        if (known != null || barred.contains(id)) return known;
        var listed = snapshot.catalogue().get(id);
        if (listed.isEmpty() || !mayBeOffered(listed.get().product())) return null;
        var candidate = new Candidate(listed.get());
        byId.put(id, candidate);
        return candidate;
    }

    private boolean mayBeOffered(Product product) {
        return product.available() && budget.allows(product);
    }
}
