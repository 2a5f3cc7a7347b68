package kefu.local.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a turn takes, beside its floors.
 *
 * @param memory bytes resident by function
 */
record TurnReport(
        Latencies sequential, Latencies atRate, int rate, Latencies pass, Latencies commit, Map<String, Long> memory) {
    private static final long MEGABYTE = 1024 * 1024;

    /** @return how many times a turn takes what one forward pass and one commit take */
    double overFloor() {
        return sequential.median() / (pass.median() + commit.median());
    }

    /** @return how far the slowest hundredth is from the usual, under load */
    double spread() {
        return atRate.p99() / atRate.median();
    }

    long totalMemory() {
        return memory.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Object> json() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("sequential", times(sequential));
        fields.put("turnsPerSecond", rate);
        fields.put("atRate", times(atRate));
        fields.put("forwardPass", times(pass));
        fields.put("commit", times(commit));
        fields.put("medianOverPassAndCommit", rounded(overFloor()));
        fields.put("p99OverMedianAtRate", rounded(spread()));
        fields.put("memoryBytes", memory);
        fields.put("totalMemoryBytes", totalMemory());
        return fields;
    }

    String text() {
        var text = new StringBuilder(row("", "count", "median", "p99"));
        text.append(row("turn, one after the other", sequential));
        text.append(row("turn, " + rate + " a second", atRate));
        text.append(row("encoder, forward pass", pass));
        text.append(row("database, insert and commit", commit));
        text.append(String.format(Locale.ROOT, "%nmedian turn / (pass + commit)   %.2f%n", overFloor()));
        text.append(String.format(Locale.ROOT, "p99 / median at %d a second      %.2f%n", rate, spread()));
        text.append("memory, five functions          ")
                .append(totalMemory() / MEGABYTE)
                .append(" MB (");
        text.append(String.join(
                ", ",
                memory.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue() / MEGABYTE)
                        .toList()));
        return text.append(")\n").toString();
    }

    private static Map<String, Object> times(Latencies latencies) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("count", latencies.count());
        fields.put("medianMillis", rounded(latencies.median()));
        fields.put("p99Millis", rounded(latencies.p99()));
        return fields;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String row(String name, Latencies latencies) {
        return row(
                name,
                Integer.toString(latencies.count()),
                String.format(Locale.ROOT, "%.2f ms", latencies.median()),
                String.format(Locale.ROOT, "%.2f ms", latencies.p99()));
    }

    private static String row(String name, String count, String median, String p99) {
        return String.format(Locale.ROOT, "%-30s %6s %11s %11s%n", name, count, median, p99);
    }
}
