package kefu.inference.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import kefu.model.understanding.Entity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FindEntitiesTest {
    /** A Tuesday. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    private final FindEntities find = new FindEntities(CLOCK);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/entities/english.csv", delimiter = '|', maxCharsPerColumn = 500)
    void entitiesOfEnglishUtterancesAreFound(String text, String expected) {
        assertThat(said(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/entities/chinese.csv", delimiter = '|', maxCharsPerColumn = 500)
    void entitiesOfChineseUtterancesAreFound(String text, String expected) {
        assertThat(said(text)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void spansCountCodePointsOfTheTextAsSent() {
        String text = "😀😀 order ＃Ｗ２３７８１５６ 謝謝";
        Entity id = find.in(text).getFirst();
        assertThat(id.value()).isEqualTo("#W2378156");
        assertThat(slice(text, id)).isEqualTo("＃Ｗ２３７８１５６");
    }

    @Test
    void aVeryLongTextIsReadQuickly() {
        String text = "my order 7719204 of 39 yuan and 第二个 ".repeat(4_000);
        long begun = System.nanoTime();
        assertThat(find.in(text)).isNotEmpty();
        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(2);
    }

    private String said(String text) {
        return find.in(text).stream().map(e -> e.type() + "=" + e.value()).collect(Collectors.joining("; "));
    }

    private static String slice(String text, Entity entity) {
        return text.substring(text.offsetByCodePoints(0, entity.start()), text.offsetByCodePoints(0, entity.end()));
    }
}
