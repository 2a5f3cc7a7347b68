package kefu.inference.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class SpellingCorrectionPropertiesTest {
    private static final FeatureSpace SPACE =
            FeatureSpace.of(List.of("please cancel my order", "where is my order", "a refund for the order"), 1, 1);

    @Property(tries = 300)
    void everyTextIsReadAndSignsAndDigitsStay(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = 'a', to = 'z')
                    @Chars({' ', '\'', '.', '7', '@', '-', '货'})
                    String text) {
        assertThat(SPACE.spellingCorrected(text).replaceAll("[a-z' ]", "")).isEqualTo(text.replaceAll("[a-z' ]", ""));
    }

    @Property(tries = 100)
    void taughtWordsStayWhateverTheirOrder(
            @ForAll @StringLength(min = 1, max = 8) @CharRange(from = '0', to = '4') String picks) {
        String[] words = {"please", "cancel", "refund", "order", "where"};
        String text =
                String.join(" ", picks.chars().mapToObj(c -> words[c - '0']).toList());
        assertThat(SPACE.spellingCorrected(text)).isEqualTo(text);
    }
}
