package kefu.recommendation.model.content;

import static kefu.recommendation.model.Shop.both;
import static kefu.recommendation.model.Shop.product;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kefu.model.shop.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.EMPTY.with(List.of(
            Listed.of(
                    product(
                            "shirt",
                            "Linen Shirt",
                            "亚麻衬衫",
                            "clothing",
                            Map.of("material", both("linen, cotton", "亚麻，棉"))),
                    Instant.EPOCH),
            Listed.of(
                    product("sheet", "Bed Sheet", "床单", "home", Map.of("material", both("Cotton", "棉"))),
                    Instant.EPOCH),
            Listed.of(product("jacket", "Rain Jacket", "冲锋衣", "clothing", Map.of()), Instant.EPOCH),
            Listed.of(product("lamp", "Camping Lantern", "露营灯", "outdoor", Map.of()), Instant.EPOCH)));

    @Test
    void oneOfSeveralFactsIsEnoughToShare() {
        assertThat(catalogue.shared("shirt", "sheet")).isEqualTo(new Shared.SameFact("material", both("cotton", "棉")));
    }

    @Test
    void productsOfOneCategoryShareThatAtLeast() {
        assertThat(catalogue.shared("shirt", "jacket")).isEqualTo(new Shared.SameCategory("clothing"));
    }

    @Test
    void likenessIsSymmetricAndOneWithItself() {
        assertThat(catalogue.likeness("shirt", "sheet")).isEqualTo(catalogue.likeness("sheet", "shirt"));
        assertThat(catalogue.likeness("shirt", "shirt")).isGreaterThan(0.9999);
        assertThat(catalogue.likeness("shirt", "lamp")).isZero();
    }

    @Test
    void aChangedProductTakesThePlaceOfTheOld() {
        var changed = catalogue.with(
                List.of(Listed.of(product("lamp", "Reading Light", "阅读灯", "home", Map.of()), Instant.EPOCH)));
        assertThat(changed.size()).isEqualTo(4);
        assertThat(changed.matches("lantern")).isEmpty();
        assertThat(catalogue.matches("lantern")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"something for a 5 year old, less than 9 dollars", "9 美元以下的"})
    void agesAndPricesNameNoProduct(String query) {
        var facts = Map.of("warranty", both("5 years; 9 dollars less than a new one", "5 年；比新的便宜 9 美元以下"));
        var warranted =
                catalogue.with(List.of(Listed.of(product("mug", "Mug", "杯子", "kitchen", facts), Instant.EPOCH)));
        assertThat(warranted.matches(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "露营灯, lamp, 露营灯",
        "我想要露营的灯, lamp, 露营",
        "ＬＩＮＥＮ shirts, shirt, linen shirts",
        "a jacket for the rain, jacket, jacket rain"
    })
    void aMatchSaysWhichWordsItFound(String query, String product, String words) {
        var match = catalogue.matches(query).stream()
                .filter(m -> m.productId().equals(product))
                .findFirst()
                .orElseThrow();
        assertThat(String.join(" ", match.words())).isEqualTo(words);
        assertThat(match.fit()).isBetween(0.0, 1.0 + 1e-9);
    }

    @Test
    void wordsThatNameNothingMatchNothing() {
        assertThat(catalogue.matches("请给我推荐一款，有什么好的吗？ please recommend something good for me"))
                .isEmpty();
        assertThat(catalogue.matches("")).isEmpty();
    }

    @Test
    void aTextWithoutALanguageIsAsGoodAsAnother() {
        var plain = Listed.of(
                product("mug", "Mug", "Mug", "kitchen", Map.of("material", LocalText.of("Steel"))), Instant.EPOCH);
        var translated =
                Listed.of(product("pot", "Pot", "锅", "kitchen", Map.of("material", both("steel", "钢"))), Instant.EPOCH);
        assertThat(Catalogue.EMPTY.with(List.of(plain, translated)).shared("mug", "pot"))
                .isEqualTo(new Shared.SameFact("material", LocalText.of("Steel")));
    }
}
