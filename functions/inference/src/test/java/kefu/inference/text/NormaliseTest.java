package kefu.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliseTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Ｗｈｅｒｅ　ｉｓ　ｉｔ？|where is it?
                    請問訂單什麼時候發貨|请问订单什么时候发货
                    Don’t “do” THAT|don't "do" that
                    ①件 ㎏|1件 kg
                    """)
    void formsThatMeanTheSameBecomeOne(String raw, String expected) {
        assertThat(Normalise.text(raw)).isEqualTo(expected);
    }

    @Test
    void controlAndInvisibleCharactersAreDroppedAndSpacesJoined() {
        assertThat(Normalise.text(" \u0000my\u200B  order\t\r\n is\uFEFF late\u0007 "))
                .isEqualTo("my order is late");
    }

    @Test
    void ofAVeryLongTextOnlyTheBeginningIsRead() {
        assertThat(Normalise.text("客".repeat(100_000))).hasSize(Normalise.LONGEST);
    }
}
