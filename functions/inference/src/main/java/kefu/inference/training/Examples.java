package kefu.inference.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.inference.text.Normalise;

/**
 * Labelled texts, cleaned: rows without text or label, garbled ones, repeats, texts that came with several labels and
 * labels with one text are left out, personal data is masked, and all of it is reported.
 *
 * @param problems what was left out or masked, each with file and line
 * @param grouped whether examples know their source
 */
record Examples(List<Example> all, List<String> problems, boolean grouped) {
    /** Problems that an error names. */
    private static final int SHOWN = 10;

    Examples {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /**
     * @param files {@code text,label[,emotion][,batch]} with a header
     * @param fileIsBatch whether each file has one source, where no column says so
     */
    static Examples read(List<Path> files, boolean fileIsBatch) {
        List<Example> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        boolean batches = false;
        for (Path file : files) batches |= read(file, fileIsBatch, rows, problems);
        return new Examples(clean(rows, problems), problems, batches || fileIsBatch);
    }

    /**
     * Texts to measure on: all of them, repeats too, as others measure on them.
     *
     * @param files {@code text,label} with a header
     */
    static Examples unseen(List<Path> files) {
        List<Example> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) read(file, false, rows, problems);
        return new Examples(rows, problems, false);
    }

    private static boolean read(Path file, boolean fileIsBatch, List<Example> into, List<String> problems) {
        List<Csv.Row> rows = rows(file);
        if (rows.isEmpty()) throw new IllegalArgumentException(file + " is empty");
        Map<String, Integer> columns = new HashMap<>();
        List<String> header = rows.getFirst().cells();
        for (int i = 0; i < header.size(); i++)
            columns.put(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        if (!columns.containsKey("text") || !columns.containsKey("label"))
            throw new IllegalArgumentException(file + " needs a header with the columns text and label, has " + header);
        for (Csv.Row row : rows.subList(1, rows.size())) {
            String where = file.getFileName() + ":" + row.line();
            if (row.cells().size() > header.size())
                problems.add(where + ": has " + row.cells().size() + " cells, the header " + header.size()
                        + ": a text with a comma needs quotes");
            else {
                Optional<String> batch = cell(row, columns, "batch");
                String group = batch.orElse(fileIsBatch ? file.getFileName().toString() : "");
                example(row, columns, group, where, problems).ifPresent(into::add);
            }
        }
        return columns.containsKey("batch");
    }

    private static List<Csv.Row> rows(Path file) {
        try {
            return Csv.rows(Utf8.read(file));
        } catch (IllegalArgumentException e) {
            if (e.getMessage().startsWith("line")) throw new IllegalArgumentException(file + ", " + e.getMessage(), e);
            throw e;
        }
    }

    private static Optional<Example> example(
            Csv.Row row, Map<String, Integer> columns, String group, String where, List<String> problems) {
        String sent = cell(row, columns, "text").orElse("");
        Optional<String> label = cell(row, columns, "label");
        Optional<String> garbled = Garbled.problem(sent);
        PersonalData.Masked masked = PersonalData.mask(sent);
        String text = Normalise.text(masked.text());
        if (text.isEmpty()) problems.add(where + ": no text");
        else if (garbled.isPresent()) problems.add(where + ": " + garbled.get());
        else if (label.isEmpty()) problems.add(where + ": no label");
        else {
            if (!masked.kinds().isEmpty()) problems.add(where + ": masked: " + String.join(", ", masked.kinds()));
            return Optional.of(
                    new Example(masked.text(), text, label.get(), cell(row, columns, "emotion"), group, where));
        }
        return Optional.empty();
    }

    private static Optional<String> cell(Csv.Row row, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        if (at == null || at >= row.cells().size()) return Optional.empty();
        return Optional.of(row.cells().get(at).strip()).filter(value -> !value.isEmpty());
    }

    /** Sources may well say the same thing ("hello"): repeats count as such within one source. */
    private static List<Example> clean(List<Example> rows, List<String> problems) {
        Map<String, List<Example>> byText = new LinkedHashMap<>();
        for (Example row : rows)
            byText.computeIfAbsent(row.text(), _ -> new ArrayList<>()).add(row);
        Map<Example, Boolean> kept = new IdentityHashMap<>();
        for (List<Example> same : byText.values()) {
            Example first = same.getFirst();
            List<String> labels = same.stream().map(Example::label).distinct().toList();
            if (labels.size() > 1)
                problems.add(first.where() + ": labels disagree " + labels + ", also at "
                        + same.stream().skip(1).map(Example::where).toList());
            else keepFirstOfEachGroup(same, kept, problems);
        }
        return several(rows.stream().filter(kept::containsKey).toList(), problems);
    }

    /** A label of which there is one example can be learnt, but never held out. */
    private static List<Example> several(List<Example> rows, List<String> problems) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example row : rows) counts.merge(row.label(), 1, Integer::sum);
        for (Example row : rows)
            if (counts.get(row.label()) == 1)
                problems.add(row.where() + ": label " + row.label() + " has this one example, and needs two");
        return rows.stream().filter(row -> counts.get(row.label()) > 1).toList();
    }

    private static void keepFirstOfEachGroup(List<Example> same, Map<Example, Boolean> kept, List<String> problems) {
        Map<String, Example> byGroup = new LinkedHashMap<>();
        for (Example example : same) {
            Example earlier = byGroup.putIfAbsent(example.group(), example);
            if (earlier != null) problems.add(example.where() + ": repeats " + earlier.where());
        }
        byGroup.values().forEach(example -> kept.put(example, true));
    }

    /** @return the examples as a file that can be read again */
    String csv() {
        StringBuilder csv = new StringBuilder("text,label,emotion,batch\n");
        for (Example e : all)
            csv.append(String.join(
                            ",",
                            Csv.cell(e.raw()),
                            Csv.cell(e.label()),
                            Csv.cell(e.emotion().orElse("")),
                            Csv.cell(e.group())))
                    .append('\n');
        return csv.toString();
    }

    int size() {
        return all.size();
    }

    /** @throws IllegalArgumentException with what was left out, where fewer than these are left, or one label alone */
    void checkEnough(int least) {
        long labels = all.stream().map(Example::label).distinct().count();
        if (all.size() >= least && labels > 1) return;
        String left = all.size() < least
                ? "too few examples: " + all.size() + " are left, and " + least + " are needed"
                : "all examples have the label " + all.getFirst().label() + ": there is nothing to tell apart";
        throw new IllegalArgumentException(
                Stream.concat(Stream.of(left), problems.stream().limit(SHOWN)).collect(Collectors.joining("\n  ")));
    }

    List<String> texts() {
        return all.stream().map(Example::text).toList();
    }

    /** @return texts that more than one source has */
    Set<String> repeated() {
        Set<String> seen = new HashSet<>();
        return all.stream().map(Example::text).filter(text -> !seen.add(text)).collect(Collectors.toSet());
    }

    List<String> groups() {
        return all.stream().map(Example::group).distinct().toList();
    }
}
