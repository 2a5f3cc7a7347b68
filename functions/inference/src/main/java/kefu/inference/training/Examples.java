package kefu.inference.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kefu.inference.text.Normalise;

/**
 * Labelled texts, cleaned: rows without text or label, repeats, and texts that came with several labels are left out and
 * reported.
 *
 * @param problems what was left out, each with file and line
 * @param grouped whether examples know their source
 */
record Examples(List<Example> all, List<String> problems, boolean grouped) {
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

    private static boolean read(Path file, boolean fileIsBatch, List<Example> into, List<String> problems) {
        List<Csv.Row> rows = Csv.rows(content(file));
        if (rows.isEmpty()) throw new IllegalArgumentException(file + " is empty");
        Map<String, Integer> columns = new HashMap<>();
        List<String> header = rows.getFirst().cells();
        for (int i = 0; i < header.size(); i++)
            columns.put(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        if (!columns.containsKey("text") || !columns.containsKey("label"))
            throw new IllegalArgumentException(file + " needs a header with the columns text and label, has " + header);
        for (Csv.Row row : rows.subList(1, rows.size())) {
            String where = file.getFileName() + ":" + row.line();
            String raw = cell(row, columns, "text").orElse("");
            String text = Normalise.text(raw);
            Optional<String> label = cell(row, columns, "label");
            if (text.isEmpty()) problems.add(where + ": no text");
            else if (label.isEmpty()) problems.add(where + ": no label");
            else {
                String group = cell(row, columns, "batch")
                        .orElse(fileIsBatch ? file.getFileName().toString() : "");
                into.add(new Example(raw, text, label.get(), cell(row, columns, "emotion"), group, where));
            }
        }
        return columns.containsKey("batch");
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read as UTF-8", e);
        }
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
        return rows.stream().filter(kept::containsKey).toList();
    }

    private static void keepFirstOfEachGroup(List<Example> same, Map<Example, Boolean> kept, List<String> problems) {
        Map<String, Example> byGroup = new LinkedHashMap<>();
        for (Example example : same) {
            Example earlier = byGroup.putIfAbsent(example.group(), example);
            if (earlier != null) problems.add(example.where() + ": repeats " + earlier.where());
        }
        byGroup.values().forEach(example -> kept.put(example, true));
    }

    int size() {
        return all.size();
    }

    List<String> texts() {
        return all.stream().map(Example::text).toList();
    }

    List<String> groups() {
        return all.stream().map(Example::group).distinct().toList();
    }
}
