package kefu.local.start;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import kefu.local.function.Packaging;

/**
 * What was measured as a table: milliseconds and megabytes, and beside the plain JVM's the others' share of it, which is
 * compared with its goal.
 */
record StartTable(List<Measured> rows) {
    private static final double MEGABYTE = 1024 * 1024;
    /** Of the time of plain jars until the first answer. */
    private static final Map<Packaging, Double> TIME = Map.of(Packaging.AOT, 0.4, Packaging.NATIVE, 0.05);
    /** Of their memory. */
    private static final Map<Packaging, Double> MEMORY = Map.of(Packaging.NATIVE, 0.5);

    private static final String HEAD = """
            | function | packaging | first answer, ms | of JVM | before Quarkus | Quarkus | after | 1st request, ms | 100th | memory, MB | of JVM | after 1,000 | disk, MB |
            |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    String text() {
        var text = new StringBuilder(HEAD);
        for (var row : rows) text.append(line(row));
        return text.toString();
    }

    private String line(Measured row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %s | %.0f | %.0f | %.0f | %.0f | %.1f | %.0f | %s | %.0f | %.0f |%n",
                row.function().label(),
                row.packaging().label(),
                row.median(Start::answer),
                share(row, TIME, measured -> measured.median(Start::answer)),
                row.median(Start::before),
                row.median(Start::quarkus),
                row.median(Start::after),
                row.median(Start::first),
                row.median(Start::hundredth),
                row.memory() / MEGABYTE,
                share(row, MEMORY, Measured::memory),
                row.afterThousand() / MEGABYTE,
                row.disk() / MEGABYTE);
    }

    private Optional<Measured> jvm(Measured row) {
        return rows.stream()
                .filter(other -> other.packaging() == Packaging.JVM && other.function() == row.function())
                .findFirst();
    }

    private String share(Measured row, Map<Packaging, Double> goals, ToDoubleFunction<Measured> figure) {
        if (row.packaging() == Packaging.JVM) return "";
        return jvm(row).map(jvm -> figure.applyAsDouble(row) / figure.applyAsDouble(jvm))
                .map(share -> String.format(Locale.ROOT, "%.2f", share) + compared(share, goals.get(row.packaging())))
                .orElse("");
    }

    private static String compared(double share, Double goal) {
        return goal == null ? "" : String.format(Locale.ROOT, share <= goal ? " ≤ %.2f" : " > %.2f", goal);
    }
}
