package kefu.inference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistypingTest {
    private static final Mistyping MISTYPING = new Mistyping(0.1);

    @ParameterizedTest
    @CsvSource({
        "ordet, ordep, order", // beside it, or far from it
        "orer, oer, order", // one letter, or two
        "oredr, oerrd, order", // swapped once, or more
        "orderr, ordern, order", // doubled, or another put in
    })
    void whatHappensMoreOftenIsLikelier(String likely, String unlikely, String meant) {
        assertThat(of(likely, meant)).isGreaterThan(of(unlikely, meant));
        assertThat(of(likely, meant)).isLessThan(MISTYPING.right(meant));
    }

    @Test
    void alignmentsHaveTheProbabilityOfTheirEdits() {
        assertThat(of("order", "order"))
                .isCloseTo(5 * Math.log(0.9), within(1e-9))
                .isEqualTo(MISTYPING.right("order"));
        assertThat(of("oder", "order")).isCloseTo(4 * Math.log(0.9) + Math.log(0.025), within(1e-9));
        assertThat(of("odrer", "order")).isCloseTo(3 * Math.log(0.9) + Math.log(0.025), within(1e-9));
    }

    @Test
    void whatIsLessLikelyThanAskedForIsNotTold() {
        double exact = of("odrr", "order");
        assertThat(MISTYPING.of("odrr", "order", exact - 0.1)).isEqualTo(exact);
        assertThat(MISTYPING.of("qqqqq", "order", -8)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static double of(String typed, String meant) {
        return MISTYPING.of(typed, meant, Double.NEGATIVE_INFINITY);
    }
}
