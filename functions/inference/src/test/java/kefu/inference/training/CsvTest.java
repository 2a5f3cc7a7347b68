package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotesCommasAndLineBreaksWithinQuotesAreRead() {
        List<Csv.Row> rows = Csv.rows("text,label\r\n\"he said \"\"no\"\",\nthen left\",deny\n\nplain,affirm");
        assertThat(rows)
                .extracting(Csv.Row::cells)
                .containsExactly(
                        List.of("text", "label"),
                        List.of("he said \"no\",\nthen left", "deny"),
                        List.of("plain", "affirm"));
        assertThat(rows).extracting(Csv.Row::line).containsExactly(1, 2, 5);
    }

    @Test
    void anOpenQuoteIsReportedWithItsLine() {
        assertThatThrownBy(() -> Csv.rows("text,label\nfine,a\n\"open,b\n")).hasMessageContaining("line 3");
    }
}
