package kefu.inference.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingCorrectionTest {
    private static final FeatureSpace SPACE = FeatureSpace.of(
            List.of(
                    "please cancel my order for the kettle",
                    "cancel it please",
                    "i want a refund for the order",
                    "i want to speak to a person",
                    "帮我催一下快递",
                    "快递员什么时候到",
                    "我要退货"),
            1,
            1);

    @ParameterizedTest
    @CsvSource({
        "plese cancle my ordr, please cancel my order",
        "i wnat a refubd, i want a refund",
        "pleaes cnacl my ordwr, please cancel my order",
        "please cancelm y ordr, please cancel my order",
        "cance lmy order please, cancel my order please",
        "cancelmy ordre, cancel my order",
        "cancel my ket tle plaese, cancel my kettle please",
        "帮我崔一下快弟, 帮我催一下快递",
        "我要推货, 我要退货",
    })
    void aTextIsReadAsItWasMeant(String sent, String read) {
        assertThat(SPACE.spellingCorrected(sent)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "cancel my kitchen",
        "qwzzx order 4711",
        "cancel ordr4711",
        "write to kettel@ordr.com",
        "see www.ordr.com/cancle",
        "please order the samsung galaxy",
        "他说天气好",
        "email 什么时候到?",
        "what was it that went wrong",
    })
    void whatIsNoTypoStays(String sent) {
        assertThat(SPACE.spellingCorrected(sent)).isEqualTo(sent);
    }

    @Test
    void theWordBeforeTellsWhatWasMeant() {
        FeatureSpace space = FeatureSpace.of(
                List.of("the red car", "a red car", "my red car", "drink from the cup", "my cup", "a cup of tea"),
                1,
                1);
        assertThat(space.spellingCorrected("my rde cat")).isEqualTo("my red car");
    }

    @Test
    void aWordOfThousandsOfLettersIsLeftAlone() {
        String long_ = "cancle".repeat(600);
        assertThat(SPACE.spellingCorrected(long_ + " ordr")).isEqualTo(long_ + " order");
    }
}
