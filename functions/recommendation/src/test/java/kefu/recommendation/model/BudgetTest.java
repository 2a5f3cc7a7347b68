package kefu.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    @ParameterizedTest
    @CsvSource({
        "something for my mum under 50,, 50",
        "Under $49.90 please,, 49.9",
        "a kettle for less than 80 dollars,, 80",
        "my budget is 120,, 120",
        "up to €30,, 30",
        "between 20 and 40 euros, 20, 40",
        "a lamp $30-60, 30, 60",
        "gifts over 100, 100,",
        "about 80 bucks, 60, 100",
        "200以内的茶具,, 200",
        "两百块以内有什么推荐,, 200",
        "预算300送女朋友,, 300",
        "不超过150元,, 150",
        "100到200的杯子, 100, 200",
        "400左右的咖啡壶, 300, 500",
        "一千以上的, 1000,",
    })
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
                "3天以内能到的礼物",
                "5到8岁孩子的玩具",
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
}
