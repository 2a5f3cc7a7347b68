package kefu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {
    @ParameterizedTest
    @CsvSource({
        "do you have it in blue?, Blue",
        "is sage green left, Sage Green",
        "the EU 42 please, EU 42",
        "how much is it in L, L",
        "do you have it in size m?, M",
        "L码多少钱, L",
        "不对，要L码的, L",
        "an xl, XL",
        "有黑色吗, 黑色",
        "tailored in red wool, red"
    })
    void standsThere(String text, String value) {
        assertThat(Said.in(text, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "I'm looking for it, M",
        "is it available in the U.S., S",
        "it's 30 mm wide, M",
        "tailored trousers, red",
        "换成深蓝色, 蓝色",
        "is there no discount on it, No",
        "how long until it is back, Long",
        "two of them, ' '"
    })
    void doesNotStandThere(String text, String value) {
        assertThat(Said.in(text, value)).isFalse();
    }
}
