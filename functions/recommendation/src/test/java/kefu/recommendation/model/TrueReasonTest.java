package kefu.recommendation.model;

import static kefu.recommendation.model.Shop.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kefu.model.profile.Affinity;
import kefu.model.shop.LocalText;
import kefu.recommendation.model.behaviour.Action.Kind;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.behaviour.Decay;
import kefu.recommendation.model.behaviour.Taste;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A reason is true: without what it cites, the product would score lower. */
class TrueReasonTest {
    private static final int PRODUCTS = 14;
    private static final List<String> CATEGORIES = List.of("kitchen", "outdoor", "clothing");
    private static final List<String> MATERIALS = List.of("linen", "steel", "wool", "cotton");

    @Property(tries = 60)
    void withoutWhatItCitesAProductScoresLower(@ForAll @IntRange(max = 1_000_000) int seed) {
        var random = new Random(seed);
        var shop = shop(random);
        var snapshot = shop.snapshot();
        var ask = ask(shop, random);
        candidates(snapshot, ask)
                .forEach((id, candidate) -> candidate.reason().ifPresent(reason -> {
                    var after = switch (reason) {
                        case Evidence.BoughtTogether(var with) -> score(snapshot, without(ask, with.productId()), id);
                        case Evidence.ViewedTogether(var with) -> score(snapshot, without(ask, with.productId()), id);
                        case Evidence.AlikeTo(var to) -> score(snapshot, without(ask, to.productId()), id);
                        case Evidence.InTaste(var category) -> score(snapshot, withoutTaste(ask, category), id);
                        case Evidence.Popular _ -> score(withoutThoseWhoTook(id, seed), ask, id);
                        case Evidence.Fresh _ -> score(snapshot, muchLater(ask), id);
                        case Evidence.Matches _ -> score(snapshot, withoutQuery(ask), id);
                    };
                    assertThat(after).as("%s because of %s", id, reason).isLessThan(candidate.score());
                }));
    }

    private static Shop shop(Random random) {
        return shop(random, _ -> true);
    }

    private static Shop shop(Random random, java.util.function.Predicate<String> mayTake) {
        var shop = new Shop();
        for (int i = 0; i < PRODUCTS; i++) {
            var material = Map.of("material", LocalText.of(MATERIALS.get(random.nextInt(4))));
            var name = "Thing " + (char) ('a' + random.nextInt(4)) + i;
            shop.sells(
                    Shop.product("p" + i, name, name, CATEGORIES.get(random.nextInt(3)), material),
                    NOW.minus(Duration.ofDays(random.nextInt(100))));
        }
        for (int c = 0; c < 8; c++) {
            for (int a = 0; a < 6; a++) {
                var kind = Kind.values()[random.nextInt(Kind.values().length)];
                var ago = Duration.ofMinutes(random.nextInt(60 * 24 * 100));
                var product = "p" + random.nextInt(PRODUCTS);
                if (mayTake.test(product)) shop.did("c" + c, kind, ago, product);
            }
        }
        return shop;
    }

    private static Ask ask(Shop shop, Random random) {
        var taste = new Taste(
                true,
                List.of(new Affinity(CATEGORIES.get(random.nextInt(3)), random.nextDouble())),
                List.of(new Affinity("p" + random.nextInt(PRODUCTS), random.nextDouble())));
        var page = random.nextBoolean() ? Optional.of("p" + random.nextInt(PRODUCTS)) : Optional.<String>empty();
        return new Ask(new Customer(shop.customer("c0").history(), taste), page, "", 10, NOW);
    }

    private static Ask without(Ask ask, String productId) {
        var taste = new Taste(
                true,
                ask.customer().taste().categories(),
                ask.customer().taste().products().stream()
                        .filter(a -> !a.name().equals(productId))
                        .toList());
        return new Ask(
                new Customer(ask.customer().history().without(productId), taste),
                ask.productId().filter(id -> !id.equals(productId)),
                ask.query(),
                ask.limit(),
                ask.now());
    }

    private static Ask withoutTaste(Ask ask, String category) {
        var left = ask.customer().taste().categories().stream()
                .filter(a -> !a.name().equals(category))
                .toList();
        return new Ask(
                new Customer(
                        ask.customer().history(),
                        new Taste(true, left, ask.customer().taste().products())),
                ask.productId(),
                ask.query(),
                ask.limit(),
                ask.now());
    }

    private static Ask withoutQuery(Ask ask) {
        return new Ask(ask.customer(), ask.productId(), "", ask.limit(), ask.now());
    }

    private static Ask muchLater(Ask ask) {
        return new Ask(ask.customer(), ask.productId(), ask.query(), ask.limit(), NOW.plus(Duration.ofDays(31)));
    }

    /** The same shop in which nobody ever took this product. */
    private static Snapshot withoutThoseWhoTook(String productId, int seed) {
        return shop(new Random(seed), id -> !id.equals(productId)).snapshot();
    }

    private static double score(Snapshot snapshot, Ask ask, String id) {
        var candidate = candidates(snapshot, ask).get(id);
        return candidate == null ? 0 : candidate.score();
    }

    private static Map<String, Candidate> candidates(Snapshot snapshot, Ask ask) {
        var settings = Settings.DEFAULT;
        var matches = snapshot.catalogue().matches(ask.query());
        var seeds = new Seeds(new Decay(settings.fading(), NOW)).of(ask, matches);
        var byId = new HashMap<String, Candidate>();
        new Candidates(snapshot, settings.weights(), ask, settings.boughtLately())
                .gather(seeds, matches)
                .forEach(candidate -> byId.put(candidate.id(), candidate));
        return byId;
    }
}
