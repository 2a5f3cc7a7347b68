package kefu.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CsvPropertiesTest {
    @Property
    void whatIsWrittenIsReadAgain(@ForAll @Size(min = 2, max = 4) List<String> cells) {
        String line = String.join(",", cells.stream().map(Csv::cell).toList());
        List<Csv.Row> rows = Csv.rows("header,\n" + line + "\n");
        assertThat(rows.getLast().cells()).isEqualTo(cells);
    }
}
