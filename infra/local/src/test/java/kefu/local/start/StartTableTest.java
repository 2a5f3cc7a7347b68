package kefu.local.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kefu.local.function.Function;
import kefu.local.function.Packaging;
import org.junit.jupiter.api.Test;

class StartTableTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void figuresAreMediansAndBesidePlainJarsSharesWithTheirGoals() {
        var table = new StartTable(List.of(
                measured(Packaging.JVM, List.of(start(9_000, 200), start(8_000, 210), start(30_000, 190))),
                measured(Packaging.AOT, List.of(start(2_700, 150))),
                measured(Packaging.NATIVE, List.of(start(1_170, 100)))));
        assertThat(table.text().lines().skip(2))
                .containsExactly(
                        "| routing | jvm | 9000 |  | 500 | 8000 | 500 | 40 | 2.0 | 200 |  | 310 | 70 |",
                        "| routing | aot | 2700 | 0.30 ≤ 0.40 | 500 | 1700 | 500 | 40 | 2.0 | 150 | 0.75 | 310 | 70 |",
                        "| routing | native | 1170 | 0.13 > 0.05 | 500 | 170 | 500 | 40 | 2.0 | 100 | 0.50 ≤ 0.50 | 310 | 70 |");
    }

    @Test
    void withoutPlainJarsThereIsNothingToShare() {
        var table = new StartTable(List.of(measured(Packaging.NATIVE, List.of(start(1_100, 60)))));
        assertThat(table.text().lines().skip(2))
                .containsExactly("| routing | native | 1100 |  | 500 | 100 | 500 | 40 | 2.0 | 60 |  | 310 | 70 |");
    }

    private static Start start(double answer, long megabytes) {
        return new Start(500, answer - 1_000, answer, 40, 2, megabytes * MEGABYTE);
    }

    private static Measured measured(Packaging packaging, List<Start> starts) {
        return new Measured(Function.ROUTING, packaging, starts, 310 * MEGABYTE, 70 * MEGABYTE);
    }
}
