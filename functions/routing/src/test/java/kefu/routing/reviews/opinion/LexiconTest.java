package kefu.routing.reviews.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final String GOOD = """
            floor: 3
            aspects:
              taste: {name: {en: taste, zh: 味道}, names: {en: [taste]}, praise: {en: [delicious]}}
            opinions: {praise: {en: [good]}, blame: {en: [bad]}}
            negations: {en: ['not']}
            contrasts: {en: [but]}
            """;

    @Test
    void anotherTradesWordsAreRead() throws JsonProcessingException {
        var lexicon = read(GOOD);

        assertThat(lexicon.floor()).isEqualTo(3);
        assertThat(lexicon.names().get("taste").in("zh")).isEqualTo("味道");
        assertThat(new OpinionReader(lexicon).read("Not delicious", 3))
                .singleElement()
                .isEqualTo(new Opinion("taste", -1, "Not delicious"));
    }

    @Test
    void everyAspectOfTheShopHasANameInBothLanguages() {
        assertThat(Lexicon.read(LexiconFile.json()).names())
                .hasSizeGreaterThan(20)
                .allSatisfy((_, name) -> assertThat(name.byLanguage()).containsOnlyKeys("en", "zh"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            floor: 3           | floor: none         | aspects.yml: floor: must be a number of reviews
            names: {en: [taste]} | nouns: {en: [taste]} | aspects.yml: aspects.taste.names: must be lists by language
            name: {en: taste, zh: 味道} | name: taste  | aspects.yml: aspects.taste.name: must say
            ['not']            | [no]                | aspects.yml: negations.en: false is no word
            en: [good]         | en: good            | aspects.yml: opinions.praise.en: must be a list
            en: [good]         | en: ['!']           | aspects.yml: "!" has no words
            """)
    void aMistakeIsNamed(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static Lexicon read(String yaml) throws JsonProcessingException {
        return Lexicon.read(new YAMLMapper().readTree(yaml));
    }
}
