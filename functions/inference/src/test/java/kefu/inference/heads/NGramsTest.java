package kefu.inference.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import kefu.inference.heads.NGrams.View;
import org.junit.jupiter.api.Test;

class NGramsTest {
    @Test
    void wordsNumbersSignsAndChineseCharactersAreTokens() {
        assertThat(NGrams.tokens("i don't want 7719204, 我要退 2件!"))
                .containsExactly("i", "don't", "want", "0000000", ",", "我", "要", "退", "2", "件", "!");
    }

    @Test
    void orderNumbersOfOneShapeAreTheSame() {
        assertThat(NGrams.hashes("order 7719204", View.WORDS)).isEqualTo(NGrams.hashes("order 8830315", View.WORDS));
    }

    @Test
    void aTypoLeavesMostCharacterNGramsWhole() {
        Set<Integer> right = grams("refund");
        Set<Integer> typo = grams("refumd");
        Set<Integer> other = grams("banana");
        assertThat(shared(right, typo)).isGreaterThan(shared(right, other) + 4);
    }

    private static Set<Integer> grams(String text) {
        return Arrays.stream(NGrams.hashes(text, View.CHARACTERS)).boxed().collect(Collectors.toSet());
    }

    private static long shared(Set<Integer> a, Set<Integer> b) {
        return a.stream().filter(b::contains).count();
    }
}
