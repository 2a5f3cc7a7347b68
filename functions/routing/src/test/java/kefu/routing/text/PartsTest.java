package kefu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order? Also, can I change the address?|Where is my order|Also, can I change the address?",
                "I need a bigger size, and could you also tell me where my parcel is|I need a bigger size|and could you also tell me where my parcel is",
                "please cancel my order. also how do I delete my account|please cancel my order|also how do I delete my account",
                "Do you ship to Canada? What payment methods do you accept?|Do you ship to Canada?|What payment methods do you accept?",
                "我要退货，另外帮我查一下物流|我要退货|另外帮我查一下物流",
                "查一下物流，顺便改一下收货地址|查一下物流|顺便改一下收货地址",
                "这款台灯有黑色吗？保修多久？|这款台灯有黑色吗？|保修多久？",
                "有货吗？？多少钱？？|有货吗？|多少钱？",
                "改地址，还有换成微信支付|改地址|还有换成微信支付"
            })
    void anotherWishBegins(String text, String first, String then) {
        assertThat(Parts.of(text)).containsExactly(first, then);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "the lamp and the rug came broken",
                "I bought it by mistake. I want my money back.",
                "does it come in blue and in red?",
                "颜色挺好看，还有别的颜色吗",
                "睡袋和灯要退"
            })
    void oneWishIsNotCut(String text) {
        assertThat(Parts.of(text)).hasSizeLessThanOrEqualTo(1);
    }
}
