package kefu.inference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordIndexTest {
    private static final List<String> WORDS = List.of("refund", "order", "the", "international", "cup");
    private static final WordIndex INDEX = new WordIndex(WORDS);

    @ParameterizedTest
    @CsvSource({
        "refund, refund",
        "refnd, refund",
        "erfudn, refund",
        "rfeunnd, refund",
        "odre, order",
        "teh, the",
        "cyp, cup",
        "inrernatoinal, international",
    })
    void aWordIsFoundByWhatTwoEditsLeaveOfIt(String typed, String meant) {
        assertThat(found(typed, 2)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"kettle", "x", "''", "internationalisation"})
    void whatIsFarFromAllFindsNone(String typed) {
        assertThat(found(typed, 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"refudn, true", "refnud, true", "erfudn, false"})
    void oneEditFindsLess(String typed, boolean finds) {
        assertThat(found(typed, 1).contains("refund")).isEqualTo(finds);
    }

    private static List<String> found(String typed, int most) {
        return Arrays.stream(INDEX.near(typed, most)).mapToObj(WORDS::get).toList();
    }
}
