package kefu.routing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"40, 45.5, 40.00–45.50 USD", "40.0, 40.00, 40.00 USD", "0.125, 0.125, 0.125 USD"})
    void isSaidWithTwoDigitsAndMoreWhereThereAreMore(BigDecimal least, BigDecimal most, String said) {
        assertThat(Money.said(least, most, "USD")).isEqualTo(said);
    }
}
