package kefu.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PiecesTest {
    @Test
    void paragraphsAreTakenApart() {
        assertThat(Pieces.cut("One thing.\n\nAnother thing,\nsaid in two lines.\n\n\n"))
                .containsExactly("One thing.", "Another thing,\nsaid in two lines.");
    }

    @Test
    void aListStaysWithTheLineThatIntroducesIt() {
        assertThat(Pieces.cut("We deliver to:\n\n- China\n- Japan\n\n# Cost\n\nFree."))
                .containsExactly("We deliver to:\n- China\n- Japan", "# Cost\nFree.");
    }

    @Test
    void whatIsLongIsCutBetweenSentences() {
        var sentence = "退货请在三十天内申请，商品须未使用，吊牌齐全，保留原包装。";

        var pieces = Pieces.cut(sentence.repeat(40));

        assertThat(pieces)
                .hasSizeGreaterThan(2)
                .allSatisfy(piece -> assertThat(piece)
                        .hasSizeLessThanOrEqualTo(Pieces.LONGEST)
                        .endsWith("。"));
        assertThat(String.join("", pieces)).isEqualTo(sentence.repeat(40));
    }

    @Property(tries = 300)
    void nothingIsLeftOutAndNothingIsTooLong(
            @ForAll @StringLength(max = 3000) @Chars({'a', 'b', '退', ' ', '\n', '.', '。', ':', '#', ' '}) String text) {
        var pieces = Pieces.cut(text);

        assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isBetween(1, Pieces.LONGEST));
        assertThat(letters(String.join("", pieces))).isEqualTo(letters(text));
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }
}
