package kefu.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    where is my order|EN
                    ok thx|EN
                    Where's the naïve café mug?|EN
                    我的订单到哪了|ZH_HANS
                    订单W2378156什么时候发货|ZH_HANS
                    我要退貨,這個顏色不對|ZH_HANT
                    请问iPhone有货吗|ZH_HANS
                    这个hoodie的size怎么选啊|MIXED
                    can you translate 你好 for me please, I do not read it|EN
                    7719204|OTHER
                    zhouting.nj@example.com|OTHER
                    我的邮箱是 lan_ting.zhou@example.com|ZH_HANS
                    my e-mail is lanting@example.com|EN
                    https://shop.example.com/products/kettle|OTHER
                    👍👍|OTHER
                    Где мой заказ|OTHER
                    注文はどこですか|OTHER
                    주문 어디에 있어요|OTHER
                    wo ist meine bestellung und das ist nicht da|OTHER
                    ¿dónde está mi pedido? el paquete no llegó por los días que dijeron|OTHER
                    """)
    void aTextsLanguageIsTold(String text, Language expected) {
        assertThat(Language.of(text)).isEqualTo(expected);
    }
}
