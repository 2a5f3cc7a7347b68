package kefu.routing.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalsTest {
    @ParameterizedTest
    @CsvSource({"the first one, 1", "2, 2", "Second!, 2", "第二个, 2", "选第一个吧, 1", "option 3, 3", "the 2nd please, 2"})
    void namesAPlace(String said, int place) {
        assertThat(Ordinals.alone(said)).hasValue(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first I need an invoice", "it's my first order", "第一次买，怎么退", "2 of them broke", "", "one"})
    void countsSomethingElse(String said) {
        assertThat(Ordinals.alone(said)).isEmpty();
    }
}
