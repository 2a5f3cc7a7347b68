package kefu.routing.reviews.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionReaderTest {
    private final OpinionReader reader = LexiconFile.READER;

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            5 | 面料很柔软，穿着不扎       | fabric+
            4 | 布料真的好，就是偏大两个码   | fabric+ size-
            2 | 洗了两次就起球了           | fabric-
            5 | 穿了三个月不起球不掉色      | fabric+ colour+
            3 | 音质不太好，不过续航很长    | sound- battery+
            1 | 用了一个月就坏了，客服还推诿 | durability- service-
            5 | 沒有異味，做工精細          | smell+ workmanship+
            4 | The fabric is soft but it runs large | fabric+ size-
            5 | It doesn't leak and it isn't heavy   | waterproof+ weight+
            2 | The zip broke after a week  | durability-
            5 | Not noisy at all            | noise+
            3 | Battery isn't great, sound is excellent | battery- sound+
            1 | The box was crushed and the delivery was slow | packaging- delivery-
            4 | Lovely colour. Not worth the money though. | colour+ price-
            """)
    void praiseAndBlameAreReadByAspect(int rating, String text, String expected) {
        assertThat(polarities(text, rating)).isEqualTo(polarities(expected));
    }

    @Test
    void theStarsTellWhereNoWordJudges() {
        assertThat(polarities("就冲这个颜色下的单", 5)).containsEntry("colour", 1);
        assertThat(polarities("就冲这个颜色下的单", 1)).containsEntry("colour", -1);
        assertThat(polarities("就冲这个颜色下的单", 3)).isEmpty();
    }

    @Test
    void aWordThatJudgesGoesBeforeTheStars() {
        assertThat(polarities("The battery is weak.", 5)).containsEntry("battery", -1);
    }

    @Test
    void praiseAndBlameOfOneAspectAreBoth() {
        assertThat(polarities("The fabric is soft. The fabric pills quickly.", 3))
                .containsEntry("fabric", 0);
    }

    @Test
    void aQuoteIsTheReviewsOwnWords() {
        var text = "Came on Monday. The fabric is wonderfully soft! I'd buy it again.";

        assertThat(reader.read(text, 5))
                .filteredOn(opinion -> opinion.aspect().equals("fabric"))
                .singleElement()
                .satisfies(opinion -> assertThat(opinion.quote()).isEqualTo("The fabric is wonderfully soft"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            does it run large?            | size
            会起球吗                      | fabric
            洗了会不会掉色                | colour
            how long does the battery last? | battery
            is it noisy at night          | noise
            会漏水吗                      | waterproof
            有没有异味                    | smell
            is the build quality any good | workmanship
            戴久了耳朵疼不疼              | comfort
            這件衣服透氣嗎                | breathability
            is it worth the price         | price
            """)
    void aQuestionIsAboutAnAspect(String question, String aspect) {
        assertThat(reader.aspectIn(question)).contains(aspect);
    }

    @ParameterizedTest
    @CsvSource({"这款怎么样", "is this one any good", "'?!'", "''"})
    void aQuestionMayBeAboutNone(String question) {
        assertThat(reader.aspectIn(question)).isEmpty();
    }

    @Property(tries = 300)
    void anyTextCanBeRead(@ForAll String text, @ForAll @IntRange(min = 1, max = 5) int rating) {
        assertThat(reader.read(text, rating))
                .allSatisfy(opinion -> assertThat(text).contains(opinion.quote()));
    }

    private Map<String, Integer> polarities(String text, int rating) {
        return reader.read(text, rating).stream().collect(Collectors.toMap(Opinion::aspect, Opinion::polarity));
    }

    private static Map<String, Integer> polarities(String expected) {
        return Arrays.stream(expected.strip().split(" "))
                .collect(Collectors.toMap(
                        word -> word.substring(0, word.length() - 1), word -> word.endsWith("+") ? 1 : -1));
    }
}
