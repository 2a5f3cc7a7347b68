package kefu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not the card | ''
            I would rather not use paypal | I would rather
            only the lamp, keep the chair | only the lamp,
            not the lamp but the chair | but the chair
            不是礼品卡，是信用卡 | ，是信用卡
            I do not want the lamp any more | I do not want the lamp any more
            这个是不是礼品卡 | 这个是不是礼品卡
            """)
    void leavesOutWhatIsTurnedDown(String said, String wanted) {
        assertThat(Wanted.of(said)).isEqualTo(wanted);
    }
}
