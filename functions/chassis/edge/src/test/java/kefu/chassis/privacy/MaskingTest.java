package kefu.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail me at eve.ding+shop@mail.example.com please | mail me at [email] please",
                "邮箱是eve@example.com。                           | 邮箱是[email]。",
                "打我手机13812345678                               | 打我手机[phone]",
                "我的电话是138 1234 5678,谢谢                     | 我的电话是[phone],谢谢",
                "call +44 20 7946 0958 now                         | call [phone] now",
                "call (415) 555-0132                               | call [phone]",
                "card 4111 1111 1111 1111                          | card [card]",
                "卡号6222021234567890123                           | 卡号[card]",
                "身份证11010519491231002X                          | 身份证[id]"
            })
    void personalDataIsReplacedByItsKind(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "order #W2378156 is late",
        "order 2378156123 of 2026-11-24",
        "019a1b2c-3d4e-7f00-8a1b-123456789012",
        "it costs 1999.00 for 2 pieces"
    })
    void whatIsNotPersonalStays(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }
}
