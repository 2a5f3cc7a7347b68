package kefu.recommendation.model;

import static kefu.recommendation.model.Shop.NOW;
import static kefu.recommendation.model.Shop.ask;
import static kefu.recommendation.model.Shop.both;
import static kefu.recommendation.model.Shop.page;
import static kefu.recommendation.model.Shop.priced;
import static kefu.recommendation.model.Shop.product;
import static kefu.recommendation.model.Shop.query;
import static kefu.recommendation.model.Shop.soldOut;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kefu.model.profile.Affinity;
import kefu.recommendation.model.behaviour.Action.Kind;
import kefu.recommendation.model.behaviour.Customer;
import kefu.recommendation.model.behaviour.History;
import kefu.recommendation.model.behaviour.Taste;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderTest {
    private final Recommender recommender = new Recommender(new Settings(
            Weights.DEFAULT,
            0,
            0.8,
            0.6,
            Duration.ofDays(60),
            Duration.ofDays(21),
            new CategoryNames(Map.of("zh", Map.of("outdoor", "户外")))));

    private final Shop shop = new Shop()
            .sells(product("tent", "Two-Person Tent", "双人帐篷", "outdoor", Map.of("season", both("three seasons", "三季"))))
            .sells(product("mat", "Sleeping Mat", "防潮垫", "outdoor", Map.of()))
            .sells(product("lamp", "Camping Lantern", "露营灯", "outdoor", Map.of()))
            .sells(product("shirt", "Washed Shirt", "水洗衬衫", "clothing", Map.of("material", both("linen", "亚麻"))))
            .sells(product("trousers", "Wide Trousers", "阔腿裤", "clothing", Map.of("material", both("Linen", "亚麻"))))
            .sells(product("socks", "Warm Socks", "保暖袜", "clothing", Map.of("material", both("wool", "羊毛"))))
            .sells(product("kettle", "Gooseneck Kettle", "手冲壶", "kitchen", Map.of()))
            .sells(soldOut("stove", "Camping Stove", "outdoor"));

    @Test
    void whatIsBoughtTogetherComesFirstWithThatAsItsReason() {
        shop.bought("a", "tent", "kettle").bought("b", "tent", "kettle").bought("c", "tent", "kettle");
        var first = recommend(page("tent")).getFirst();
        assertThat(first.product().id()).isEqualTo("kettle");
        assertThat(first.reason().in("en")).isEqualTo("Often bought together with Two-Person Tent");
        assertThat(first.reason().in("zh")).isEqualTo("常与“双人帐篷”一起购买");
        assertThat(first.source()).isEqualTo("together");
        assertThat(first.propensity()).isEqualTo(1);
    }

    @Test
    void whatOneCustomerAloneBoughtTogetherIsNobodyElsesBusiness() {
        shop.bought("a", "tent", "kettle");
        assertThat(recommend(page("tent"))).noneMatch(pick -> pick.source().equals("together"));
    }

    @Test
    void aLikeProductNamesWhatItShares() {
        var first = recommend(page("shirt")).getFirst();
        assertThat(first.product().id()).isEqualTo("trousers");
        assertThat(first.reason().in("en")).isEqualTo("Like Washed Shirt: also linen");
        assertThat(first.reason().in("zh")).isEqualTo("与“水洗衬衫”相似：同样是亚麻");
    }

    @Test
    void whatACustomerLookedAtLeadsToWhatIsLikeIt() {
        shop.viewed("me", "shirt");
        var trousers = recommend(ask(shop.customer("me"))).stream()
                .filter(pick -> pick.product().id().equals("trousers"))
                .findFirst()
                .orElseThrow();
        assertThat(trousers.reason().in("en")).isEqualTo("Because you looked at Washed Shirt: also linen");
        assertThat(trousers.reason().in("zh")).isEqualTo("因为您看过“水洗衬衫”：同样是亚麻");
        assertThat(trousers.source()).isEqualTo("history");
    }

    @Test
    void nothingIsShownThatCostsMoreThanSomebodyWantsToSpend() {
        shop.sells(priced("pot", "Iron Pot", "80.00")).sells(priced("pan", "Iron Pan", "45.00"));
        for (var customer : List.of("a", "b", "c")) shop.viewed(customer, "pot");
        assertThat(ids(recommend(query("an iron pot or pan under 50"))))
                .contains("pan")
                .doesNotContain("pot");
        assertThat(ids(recommend(query("something over 60")))).containsExactly("pot");
        assertThat(recommend(query("an iron pan under 5"))).isEmpty();
    }

    @Test
    void whatFitsBestButCostsTooMuchMakesNothingElseNoise() {
        shop.sells(priced("iron", "Cast Iron Teapot", "80.00")).sells(priced("clay", "Clay Teapot", "40.00"));
        assertThat(ids(recommend(query("cast iron teapot under 50"))))
                .contains("clay")
                .doesNotContain("iron");
    }

    @ParameterizedTest
    @ValueSource(strings = {"is there anything cheaper", "便宜一点的有吗"})
    void somethingCheaperCostsLessThanWhatIsLookedAt(String text) {
        shop.sells(priced("iron", "Cast Iron Teapot", "9.00"))
                .sells(priced("clay", "Clay Teapot", "9.00"))
                .sells(priced("tin", "Tin Teapot", "8.99"));
        var picks = recommend(new Ask(Customer.UNKNOWN, Optional.of("iron"), text, 20, NOW));
        assertThat(ids(picks)).containsExactly("tin");
    }

    private static List<String> ids(List<Pick> picks) {
        return picks.stream().map(pick -> pick.product().id()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what's your cheapest camping lantern", "最便宜的露营灯"})
    void theCheapestOfWhatIsAskedForComesFirst(String text) {
        shop.sells(priced("dear", "Camping Lantern 露营灯 Pro", "90"))
                .sells(priced("plain", "Camping Lantern 露营灯 Mini", "5"))
                .sells(priced("stool", "Camping Stool", "1"));
        assertThat(recommend(query(text))).first().satisfies(pick -> {
            assertThat(pick.product().id()).isEqualTo("plain");
            assertThat(pick.source()).isEqualTo("query");
            assertThat(pick.propensity()).isEqualTo(1);
        });
    }

    @Test
    void theCheapestOfAllIsWhatCostsLeast() {
        shop.sells(priced("button", "Button", "0.10"));
        assertThat(recommend(query("what is the cheapest thing here")))
                .first()
                .satisfies(pick -> assertThat(pick.product().id()).isEqualTo("button"));
    }

    @Test
    void somebodyUnknownSeesWhatIsPopular() {
        for (var customer : List.of("a", "b", "c", "d")) shop.viewed(customer, "lamp");
        var first = recommend(ask(Customer.UNKNOWN)).getFirst();
        assertThat(first.product().id()).isEqualTo("lamp");
        assertThat(first.reason().in("en")).isEqualTo("Popular in outdoor right now");
        assertThat(first.reason().in("zh")).isEqualTo("户外热门");
    }

    @Test
    void aProfilesTasteCounts() {
        var customer = new Customer(History.NONE, new Taste(true, List.of(new Affinity("kitchen", 0.9)), List.of()));
        var first = recommend(ask(customer)).getFirst();
        assertThat(first.product().id()).isEqualTo("kettle");
        assertThat(first.reason().in("en")).isEqualTo("Because you are drawn to kitchen");
    }

    @ParameterizedTest
    @CsvSource({
        "recommend me a lantern for camping, lamp",
        "推荐一款露营灯, lamp",
        "有没有适合露营的灯, lamp",
        "亚麻衬衫, shirt",
        "linen shirts please, shirt",
        "手冲壶有货吗, kettle"
    })
    void aQueryFindsItsProductInEitherLanguage(String text, String expected) {
        var first = recommend(query(text)).getFirst();
        assertThat(first.product().id()).isEqualTo(expected);
        assertThat(first.reason().in("en")).startsWith("Matches “");
        assertThat(first.source()).isEqualTo("query");
    }

    @Test
    void aQueryIsAnsweredByWhatFitsItAndNotByThePast() {
        shop.viewed("me", "kettle");
        var ask = new Ask(shop.customer("me"), Optional.empty(), "露营灯", 5, NOW);
        assertThat(recommend(ask)).extracting(pick -> pick.product().id()).doesNotContain("kettle");
    }

    @Test
    void aQueryThatMeansNothingHereIsAnsweredAsIfThereWereNone() {
        shop.viewed("a", "lamp");
        assertThat(recommend(query("xyzzy"))).isEqualTo(recommend(query("")));
    }

    @Test
    void neverTheProductItselfNorTheUnavailableNorTheJustBoughtNorTheRefused() {
        shop.did("me", Kind.PURCHASE, Duration.ofDays(1), "mat")
                .did("me", Kind.PURCHASE, Duration.ofDays(80), "lamp")
                .did("me", Kind.RETURN, Duration.ofDays(79), "lamp")
                .did("me", Kind.DISLIKE, Duration.ofDays(70), "kettle");
        for (var other : List.of("a", "b", "c")) shop.bought(other, "tent", "mat", "lamp", "kettle", "stove");
        var ask = new Ask(shop.customer("me"), Optional.of("tent"), "", 20, NOW);
        assertThat(recommend(ask))
                .extracting(pick -> pick.product().id())
                .containsExactlyInAnyOrder("shirt", "trousers", "socks");
    }

    @Test
    void whatWasBoughtLongAgoMayBeShownAgain() {
        shop.did("me", Kind.PURCHASE, Duration.ofDays(61), "mat");
        assertThat(recommend(ask(shop.customer("me")), 20)).contains("mat");
        shop.did("me", Kind.PURCHASE, Duration.ofDays(59), "mat");
        assertThat(recommend(ask(shop.customer("me")), 20)).doesNotContain("mat");
    }

    @Test
    void whoWithholdsConsentIsAnsweredLikeSomebodyUnknown() {
        shop.viewed("me", "shirt");
        var withheld = new Customer(shop.customer("me").history(), Taste.WITHHELD);
        assertThat(recommend(ask(withheld))).isEqualTo(recommend(ask(Customer.UNKNOWN)));
    }

    @Test
    void anEmptyCatalogueGivesNothing() {
        var empty = new Recommender(Settings.DEFAULT);
        assertThat(empty.recommend(Snapshot.EMPTY, ask(Customer.UNKNOWN), new Random(1)))
                .isEmpty();
        assertThat(empty.recommend(Snapshot.EMPTY, page("gone"), new Random(1))).isEmpty();
    }

    @Test
    void aNewShopOfWhichNothingIsKnownStillShowsItsProducts() {
        var fresh = new Shop().sells(product("new", "Thing", "home"), NOW.minus(Duration.ofDays(2)));
        var pick = new Recommender(Settings.DEFAULT)
                .recommend(fresh.snapshot(), ask(Customer.UNKNOWN), new Random(1))
                .getFirst();
        assertThat(pick.reason().in("en")).isEqualTo("New in home");
        assertThat(pick.score()).isPositive();
    }

    @Test
    void scoresStayWithinZeroAndOneAndNoProductComesTwice() {
        shop.viewed("me", "shirt", "tent", "lamp");
        for (var other : List.of("a", "b", "c")) shop.bought(other, "tent", "mat", "lamp", "kettle", "shirt");
        var picks = recommend(new Ask(shop.customer("me"), Optional.of("tent"), "", 50, NOW));
        assertThat(picks).allSatisfy(pick -> assertThat(pick.score()).isBetween(0.0, 1.0));
        assertThat(picks).extracting(pick -> pick.product().id()).doesNotHaveDuplicates();
    }

    private List<Pick> recommend(Ask ask) {
        return recommender.recommend(shop.snapshot(), ask, new Random(7));
    }

    private List<String> recommend(Ask ask, int limit) {
        return recommend(new Ask(ask.customer(), ask.productId(), ask.query(), limit, ask.now())).stream()
                .map(pick -> pick.product().id())
                .toList();
    }
}
