package kefu.routing.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartOfNameTest {
    @ParameterizedTest
    @CsvSource({"the gooseneck one, Gooseneck Kettle", "lamps, Reading Lamp", "茶具那个, 青瓷茶具套装"})
    void isSaid(String sentence, String name) {
        assertThat(PartOfName.in(sentence, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"the second one, One Size Hat", "the set, Tea Set", "我要退货, 青瓷茶具套装", "in the bag, Mug with Lid"})
    void isNotSaid(String sentence, String name) {
        assertThat(PartOfName.in(sentence, name)).isFalse();
    }
}
