package kefu.local.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kefu.local.function.Packaging;

/** What was measured as a table: milliseconds and megabytes, and beside the plain JVM's the others' share of it. */
record StartTable(List<Measured> rows) {
    private static final double MEGABYTE = 1024 * 1024;
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
                share(row, jvm(row).map(jvm -> jvm.median(Start::answer)), row.median(Start::answer)),
                row.median(Start::before),
                row.median(Start::quarkus),
                row.median(Start::after),
                row.median(Start::first),
                row.median(Start::hundredth),
                row.memory() / MEGABYTE,
                share(row, jvm(row).map(Measured::memory), row.memory()),
                row.afterThousand() / MEGABYTE,
                row.disk() / MEGABYTE);
    }

    private Optional<Measured> jvm(Measured row) {
        return rows.stream()
                .filter(other -> other.packaging() == Packaging.JVM && other.function() == row.function())
                .findFirst();
    }

    private static String share(Measured row, Optional<Double> whole, double part) {
        if (row.packaging() == Packaging.JVM || whole.isEmpty()) return "";
        return String.format(Locale.ROOT, "%.2f", part / whole.get());
    }
}
