package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import kefu.inference.text.Homophones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TyposTest {
    @ParameterizedTest
    @ValueSource(strings = {"where is my parcel, it is late", "我的快递到哪里了", "退货 refund 一下 😀"})
    void aTextStaysOfAboutItsLengthAndTheSameSeedMakesTheSameTypos(String text) {
        String typed = Typos.in(text, 0.3, new Random(4));
        assertThat(typed).isNotEqualTo(text).isEqualTo(Typos.in(text, 0.3, new Random(4)));
        assertThat(typed.length()).isBetween(text.length() / 2, text.length() * 2);
        assertThat(Typos.in(text, 0, new Random(4))).isEqualTo(text);
    }

    @Test
    void chineseCharactersBecomeOthersOfTheSameSound() {
        String text = "我的快递到哪里了";
        String typed = Typos.in(text, 1, new Random(1));
        for (int i = 0; i < text.length(); i++) {
            assertThat(Homophones.syllable(typed.charAt(i))).isEqualTo(Homophones.syllable(text.charAt(i)));
            assertThat(typed.charAt(i)).isNotEqualTo(text.charAt(i));
        }
    }
}
