package kefu.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            something for my mum under 50 | - | 50
            Under $49.90 please | - | 49.9
            a kettle for less than 80 dollars | - | 80
            my budget is 120 | - | 120
            up to €30 | - | 30
            no more than 50 | - | 50
            not more than 50 please | - | 50
            shirts under 50 in blue | - | 50
            a lamp under 50 made of glass | - | 50
            under 20 maybe | - | 20
            under $1,000 | - | 1000
            my budget is 1k | - | 1000
            50 max | - | 50
            for my dad who likes coffee, max 100 dollars | - | 100
            a present for my grandma under 40 | - | 40
            EU 41-42 slippers under 60 | - | 60
            between 20 and 40 euros | 20 | 40
            between 1,000 and 2,000 | 1000 | 2000
            a lamp $30-60 | 30 | 60
            gifts over 100 | 100 | -
            no less than 50 | 50 | -
            about 80 bucks | 60 | 100
            200以内的茶具 | - | 200
            两百块以内有什么推荐 | - | 200
            五十以内 | - | 50
            一百五以内的 | - | 150
            预算三百五 | - | 350
            预算300送女朋友 | - | 300
            预算1万 | - | 10000
            不超过150元 | - | 150
            不要超过两千 | - | 2000
            100到200块的杯子 | 100 | 200
            预算100到200 | 100 | 200
            400左右的咖啡壶 | 300 | 500
            一千以上的 | 1000 | -
            不低于200的 | 200 | -
            三百零五以下 | - | 305
            """)
    void whatSomebodyWantsToSpendIsRead(String query, String least, String most) {
        var budget = Budget.in(query);
        assertThat(plain(budget.least())).isEqualTo(least);
        assertThat(plain(budget.most())).isEqualTo(most);
    }

    private static String plain(Optional<BigDecimal> amount) {
        return amount.map(a -> a.stripTrailingZeros().toPlainString()).orElse(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a tent under 3 kg",
                "a tent for 2 to 4 people",
                "a bag under 40 litres",
                "arrives within 3 days",
                "for a boy between 8 and 10 years",
                "toys for kids under 5",
                "ages 8 to 10",
                "a 13 to 15-inch sleeve",
                "2-3 business days",
                "Air Max 90",
                "the model from 2024",
                "3天以内能到的礼物",
                "5到8岁孩子的玩具",
                "36到38码的鞋",
                "2到4人的帐篷",
                "10到15英寸的",
                "5-8公斤的哑铃",
                "256内存的",
                "最多2人用的",
                "一家三口用的锅",
                "something nice",
                ""
            })
    void otherNumbersAreNoMoney(String query) {
        assertThat(Budget.in(query)).isEqualTo(Budget.ANY);
        assertThat(Budget.without(query)).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        "a Kettle under $50 for mum, a Kettle   for mum",
        "200以内的茶具, 的茶具",
        "İstanbul lamp under 50, İstanbul lamp"
    })
    void theRestIsTheWish(String query, String wish) {
        assertThat(Budget.without(query)).isEqualTo(wish);
    }

    @Test
    void noBudgetEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Budget(Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
