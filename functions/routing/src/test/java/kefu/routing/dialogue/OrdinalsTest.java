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

    @ParameterizedTest
    @CsvSource({
        "how much is the second one, 2",
        "第二个怎么样, 2",
        "tell me about the 3rd option, 3",
        "第一款有蓝色吗, 1",
        "the first, 1",
        "compare the first one with the second one, 1 2",
        "the first and the third one, 1 3",
        "第一个和第三个哪个好, 1 3",
        "and the last one, 4",
        "最后一个多少钱, 4",
        "the first and the last one, 1 4"
    })
    void meansSomeOfWhatWasShown(String said, String places) {
        assertThat(Ordinals.ones(said, 4)).map(String::valueOf).containsExactly(places.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's my first order",
                "第一次买，怎么退",
                "the second time this happened",
                "two of them",
                "第二件半价吗",
                "这是我第一个订单",
                "the first item I bought broke",
                "the last one I bought broke",
                "the fifth one",
                "最后一个问题"
            })
    void meansNoneOfWhatWasShown(String said) {
        assertThat(Ordinals.ones(said, 4)).isEmpty();
    }
}
