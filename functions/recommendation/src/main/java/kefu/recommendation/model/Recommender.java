package kefu.recommendation.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import kefu.recommendation.model.behaviour.Decay;
import kefu.recommendation.model.content.Match;

/** R = m(P, H). Thread-safe; a call takes well under a millisecond and touches nothing but its arguments. */
public final class Recommender {
    /** Of what a query matches, what fits less than this share of the best is noise. */
    private static final double LEAST_OF_BEST_MATCH = 0.35;
    /** Where the price decides, what is merely near would come before what is meant. */
    private static final double MEANT = 0.9;

    private final Settings settings;
    private final Seeds seeds;
    private final Diversity diversity;
    private final Exploration exploration;

    public Recommender(Settings settings) {
        this.settings = settings;
        seeds = new Seeds(new Decay(settings.fading(), Instant.EPOCH));
        diversity = new Diversity(settings.relevance(), settings.floor());
        exploration = new Exploration(settings.explore());
    }

    /** @return at most {@code ask.limit()} products, best first but for variety and the few places drawn at random */
    public List<Pick> recommend(Snapshot snapshot, Ask ask, RandomGenerator random) {
        var matches = matches(snapshot, ask);
        if (ask.wantsCheapest()) return cheapest(snapshot, ask.ofAllProducts(), matches);
        var gathering = new Candidates(snapshot, settings.weights(), ask, settings.boughtLately());
        var gathered = gathering.gather(seeds.of(ask, matches), matches);
        // Who asks for something gets that, and what goes with it; not what they looked at last week.
        var candidates = matches.isEmpty()
                ? gathered
                : gathered.stream().filter(Candidate::isToThePoint).toList();
        var ordered = diversity.order(candidates, ask.limit(), snapshot.catalogue());
        var pool = matches.isEmpty() && ask.budget(snapshot.catalogue()).isAny()
                ? everything(snapshot, gathering, gathered)
                : these(List.copyOf(candidates));
        var reasons = new Reasons(snapshot, settings.categories());
        return exploration.place(ordered, ask.limit(), pool, random).stream()
                .map(placed -> pick(placed, reasons))
                .toList();
    }

    /** Of what is asked for, or of all there is: by the price alone, with nothing drawn at random between. */
    private List<Pick> cheapest(Snapshot snapshot, Ask ask, List<Match> matches) {
        var gathering = new Candidates(snapshot, settings.weights(), ask, settings.boughtLately());
        var reasons = new Reasons(snapshot, settings.categories());
        var shown = matches.stream()
                .filter(match -> gathering.mayBeShown(match.productId()))
                .toList();
        return gathering.offered(fitting(shown, MEANT)).stream()
                .sorted(Comparator.comparing((Candidate candidate) ->
                                candidate.listed().product().cheapest().price())
                        .thenComparing(Candidate::id))
                .limit(ask.limit())
                .map(candidate -> pick(new Exploration.Placed(candidate, false, 1), reasons))
                .toList();
    }

    private static List<Match> matches(Snapshot snapshot, Ask ask) {
        var wish = ask.wish();
        if (wish.isEmpty()) return List.of();
        var budget = ask.budget(snapshot.catalogue());
        var all = snapshot.catalogue().matches(wish).stream()
                .filter(match -> {
                    var product =
                            snapshot.catalogue().product(match.productId()).orElseThrow();
                    return product.available() && budget.allows(product);
                })
                .toList();
        return fitting(all, LEAST_OF_BEST_MATCH);
    }

    /** @param share of what fits best */
    private static List<Match> fitting(List<Match> matches, double share) {
        var best = matches.stream().mapToDouble(Match::fit).max().orElse(0);
        return matches.stream().filter(match -> match.fit() >= share * best).toList();
    }

    private static Pick pick(Exploration.Placed placed, Reasons reasons) {
        var candidate = placed.candidate();
        var source = placed.explored()
                ? "explore"
                : candidate.reason().map(Evidence::source).orElse("explore");
        return new Pick(
                candidate.listed().product(), candidate.score(), reasons.of(candidate), source, placed.propensity());
    }

    private static Exploration.Pool these(List<Candidate> candidates) {
        return new Exploration.Pool() {
            @Override
            public int size() {
                return candidates.size();
            }

            @Override
            public Candidate draw(RandomGenerator random) {
                return candidates.get(random.nextInt(candidates.size()));
            }
        };
    }

    private static Exploration.Pool everything(
            Snapshot snapshot, Candidates gathering, Collection<Candidate> gathered) {
        var available = snapshot.catalogue().available();
        int size = available.size() - gathering.barredAndAvailable();
        return new Exploration.Pool() {
            private Map<String, Candidate> known;

            @Override
            public int size() {
                return size;
            }

            @Override
            public Candidate draw(RandomGenerator random) {
                if (known == null)
                    known = gathered.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
                while (true) {
                    var id = available.get(random.nextInt(available.size())).id();
                    if (gathering.mayBeShown(id)) return known.computeIfAbsent(id, gathering::of);
                }
            }
        };
    }
}
