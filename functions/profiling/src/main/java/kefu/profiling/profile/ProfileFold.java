package kefu.profiling.profile;

import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kefu.model.profile.Affinity;
import kefu.model.profile.Consents;
import kefu.model.profile.Profile;

/**
 * Folds evidence into a profile. Days are weighed as of the day the customer was last seen, so a profile does not move
 * while nothing happens; only the segment {@code at_risk} depends on today. Sums are saturated, m / (m + half), so that a
 * single look is a weak interest. Source: forward decay, Cormode et al. 2009.
 */
public final class ProfileFold {
    private static final int MOST_NAMES = 20;
    private static final double POINTS_OF_PURCHASE = 5;
    private static final double HALF_INTEREST = 5;
    private static final double HALF_MENTIONS = 3;
    private static final double NEUTRAL = 0.5;

    private final FoldRules rules;

    public ProfileFold(FoldRules rules) {
        this.rules = rules;
    }

    /**
     * @param categories category by product id, as far as known
     * @param version of the profile that comes out
     * @param now for what depends on today
     */
    public Profile fold(
            String customerId,
            Evidence evidence,
            Map<String, String> categories,
            Consents consents,
            long version,
            Instant now) {
        if (evidence.lastSeen().isEmpty()) return unknown(customerId, version, consents);
        var faded = fade(evidence);
        var products = faded.getOrDefault(Dimension.INTEREST, Map.of());
        var intents = new TreeMap<>(faded.getOrDefault(Dimension.INTENT, Map.of()));
        intents.keySet().removeAll(rules.smallTalk());
        var orders = OrderSummary.of(evidence.orders().values());
        double satisfaction = satisfaction(faded);
        return new Profile(
                customerId,
                version,
                strongest(faded.getOrDefault(Dimension.LANGUAGE, Map.of()), 1).stream()
                        .findFirst()
                        .map(Affinity::name)
                        .orElse(null),
                new Segments(rules)
                        .of(
                                orders.count(),
                                intents,
                                satisfaction,
                                evidence.lastSeen().get(),
                                now),
                strongest(byCategory(products, categories), HALF_INTEREST),
                strongest(products, HALF_INTEREST),
                strongest(faded.getOrDefault(Dimension.ASPECT, Map.of()), HALF_MENTIONS),
                strongest(intents, HALF_MENTIONS),
                orders.count(),
                orders.average().orElse(null),
                (int) Math.round(mass(faded, Dimension.TURN)),
                satisfaction,
                evidence.lastSeen().get(),
                consents);
    }

    /** @return the profile of somebody of whom nothing is known, or may be used */
    public static Profile unknown(String customerId, long version, Consents consents) {
        var none = Profile.unknown(customerId);
        return new Profile(
                customerId,
                version,
                none.language(),
                none.segments(),
                none.categories(),
                none.products(),
                none.aspects(),
                none.intents(),
                none.orders(),
                none.averageOrder(),
                none.turns(),
                none.satisfaction(),
                none.lastSeen(),
                consents);
    }

    private Map<Dimension, Map<String, Double>> fade(Evidence evidence) {
        long today = day(evidence.lastSeen().orElseThrow());
        var faded = new HashMap<Dimension, Map<String, Double>>();
        evidence.masses().forEach((key, mass) -> {
            if (key.dimension() == Dimension.PURCHASE) return;
            double weight = key.dimension().fades() ? rules.decay(today - key.epochDay()) : 1;
            add(faded, key.dimension(), key.name(), weight * mass / Tally.ONE);
        });
        Purchases.of(evidence)
                .forEach((purchase, pieces) -> add(
                        faded,
                        Dimension.INTEREST,
                        purchase.name(),
                        rules.decay(today - purchase.epochDay()) * pieces * POINTS_OF_PURCHASE));
        return faded;
    }

    private static void add(Map<Dimension, Map<String, Double>> to, Dimension dimension, String name, double mass) {
        to.computeIfAbsent(dimension, _ -> new TreeMap<>()).merge(name, mass, Double::sum);
    }

    private static Map<String, Double> byCategory(Map<String, Double> products, Map<String, String> categories) {
        var byCategory = new TreeMap<String, Double>();
        products.forEach((product, mass) -> {
            var category = categories.get(product);
            if (category != null && !category.isBlank()) byCategory.merge(category, mass, Double::sum);
        });
        return byCategory;
    }

    private static List<Affinity> strongest(Map<String, Double> masses, double half) {
        return masses.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> new Affinity(e.getKey(), rounded(e.getValue() / (e.getValue() + half))))
                .filter(affinity -> affinity.weight() > 0)
                .sorted(comparingDouble(Affinity::weight).reversed().thenComparing(Affinity::name))
                .limit(MOST_NAMES)
                .toList();
    }

    /** A mean that starts at neutral with the weight of one utterance. */
    private static double satisfaction(Map<Dimension, Map<String, Double>> faded) {
        return rounded((mass(faded, Dimension.MOOD) + NEUTRAL) / (mass(faded, Dimension.MOOD_WEIGHT) + 1));
    }

    private static double mass(Map<Dimension, Map<String, Double>> faded, Dimension dimension) {
        return faded.getOrDefault(dimension, Map.of()).getOrDefault("", 0.0);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    static long day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }
}
