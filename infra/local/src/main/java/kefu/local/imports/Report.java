package kefu.local.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an import loaded and what it could not. */
public final class Report {
    private final Map<String, Integer> loaded = new LinkedHashMap<>();
    private final List<BadLine> problems = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void loaded(String what, int count) {
        loaded.merge(what, count, Integer::sum);
    }

    void problem(BadLine problem) {
        problems.add(problem);
    }

    /** Something a person should know that kept nothing from being loaded. */
    void note(String note) {
        notes.add(note);
    }

    public List<BadLine> problems() {
        return List.copyOf(problems);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** @return such as {@code 44 products, 30 customers; 2 lines were not} */
    public String summary() {
        var counts = loaded.isEmpty()
                ? "nothing"
                : loaded.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
        return problems.isEmpty() ? counts : counts + "; " + problems.size() + " could not be";
    }
}
