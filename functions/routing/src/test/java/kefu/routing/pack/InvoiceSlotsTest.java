package kefu.routing.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop's pack takes for the title and the tax number of an invoice. */
class InvoiceSlotsTest {
    private static final Pack SHOP = PackSource.builtIn("ecommerce").load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invoice made out to Acme Ltd for order #W5500002       | Acme Ltd
            make it out to Acme Inc. Please hurry                  | Acme Inc
            made out to Acme Ltd and tax number 84-2210873         | Acme Ltd
            made out to Acme Ltd, VAT 84-2210873                   | Acme Ltd
            made out to Smith and Sons Ltd                         | Smith and Sons Ltd
            made out to Bread for Life Ltd for order #W5500002     | Bread for Life Ltd
            made out to Smith Tax Advisors Ltd                     | Smith Tax Advisors Ltd
            公司抬头：杭州云栖科技有限公司，税号 91330100MA2ABCDE12      | 杭州云栖科技有限公司
            invoice for order #W1000043, company Weber GmbH, tax number DE123456789 | Weber GmbH
            invoice please, company: Kim Studios LLC, tax no 95-4412345 | Kim Studios LLC
            订单W1000044开发票，公司 深圳市蓝海科技有限公司，税号91440300MA5FXXXX8K | 深圳市蓝海科技有限公司
            开发票，深圳市蓝海科技有限公司，税号91440300MA5FXXXX8K  | 深圳市蓝海科技有限公司
            抬头写杭州云栖科技有限公司                                | 杭州云栖科技有限公司
            抬头开杭州云栖科技有限公司 税号91330100MA2ABCDE12          | 杭州云栖科技有限公司
            抬头名称：杭州云栖科技有限公司                             | 杭州云栖科技有限公司
            发票抬头杭州云栖科技有限公司                               | 杭州云栖科技有限公司
            """)
    void aTitleIsReadWhereNobodyAskedForIt(String text, String title) {
        assertThat(found(SHOP.slot("invoiceTitle").said(), text)).hasValue(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an invoice in the name of my company",
                "抬头可以开公司吗",
                "发票抬头能改成公司名吗",
                "抬头写错公司了",
                "发票抬头是什么",
                "公司抬头的发票",
                "抬头开公司",
                "I need an invoice for my company",
                "the company Sent me the wrong shoes",
                "your company Is great",
                "I bought it for my company In March"
            })
    void aQuestionIsNoTitle(String text) {
        assertThat(found(SHOP.slot("invoiceTitle").said(), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Oak Street Books Ltd.                        | Oak Street Books Ltd.
            Oak Street Books Ltd, tax number 84-2210873  | Oak Street Books Ltd
            Acme Ltd with tax number 84-2210873          | Acme Ltd
            Smith Tax Advisors Ltd                       | Smith Tax Advisors Ltd
            抬头：云栖有限公司税号91330100MA2ABCDE12         | 云栖有限公司
            长沙星辰科技有限公司 91430100MA4L12345X            | 长沙星辰科技有限公司
            张三                                          | 张三
            """)
    void anAnswerIsTheTitleButForATaxNumberBesideIt(String text, String title) {
        assertThat(found(SHOP.slot("invoiceTitle").pattern(), text)).hasValue(title);
    }

    @ParameterizedTest
    @CsvSource({
        "税号是：91330100MA2ABCDE12, 91330100MA2ABCDE12",
        "tax number is: 84-2210873, 84-2210873",
        "VAT registration number 123456789, 123456789",
        "my tax-id 123456789, 123456789",
        "长沙星辰科技有限公司 91430100MA4L12345X, 91430100MA4L12345X"
    })
    void aTaxNumberIsReadByItsName(String text, String number) {
        assertThat(found(SHOP.slot("taxNumber").said(), text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order 123456789", "is tax included", "税号填什么", "taxes 2026-11-30", "订单 202611300012345678"})
    void otherNumbersAreNone(String text) {
        assertThat(found(SHOP.slot("taxNumber").said(), text)).isEmpty();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
