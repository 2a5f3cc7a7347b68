package kefu.inference.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Sets two trainings side by side: what differs in how they were made, their figures, and the labels that moved most. */
final class Compare {
    private static final int LABELS_SHOWN = 10;
    private static final double MOVED = 0.005;

    private final JsonNode a;
    private final JsonNode b;

    /** @throws IllegalArgumentException when a folder holds no training */
    Compare(Path a, Path b) throws IOException {
        this.a = card(a);
        this.b = card(b);
    }

    private static JsonNode card(Path folder) throws IOException {
        Path card = folder.resolve("card.json");
        if (!Files.isRegularFile(card))
            throw new IllegalArgumentException(folder + " holds no training: it has no card.json");
        return new ObjectMapper().readTree(card.toFile());
    }

    String table() {
        StringBuilder out = new StringBuilder("%-34s %18s %18s%n".formatted("", "A", "B"));
        a.properties().stream()
                .filter(e -> e.getValue().isValueNode() && !e.getValue().equals(b.path(e.getKey())))
                .forEach(e -> out.append(
                        "%-34s %18s %18s%n".formatted(e.getKey(), shown(e.getValue()), shown(b.path(e.getKey())))));
        figures(a).forEach((name, value) -> {
            if (b.path("metrics").has(name)) {
                double other = b.path("metrics").path(name).asDouble();
                out.append("%-34s %18.4f %18.4f %+8.4f%n".formatted(name, value, other, other - value));
            }
        });
        Map<String, Double> moved = new TreeMap<>();
        a.path("byLabel").properties().forEach(e -> {
            double change = b.path("byLabel").path(e.getKey()).path("f1").asDouble()
                    - e.getValue().path("f1").asDouble();
            if (b.path("byLabel").has(e.getKey()) && Math.abs(change) > MOVED) moved.put(e.getKey(), change);
        });
        if (!moved.isEmpty()) out.append("%nlabels whose F1 moved most%n".formatted());
        moved.entrySet().stream()
                .sorted((x, y) -> Double.compare(Math.abs(y.getValue()), Math.abs(x.getValue())))
                .limit(LABELS_SHOWN)
                .forEach(e -> out.append("%-34s %+8.4f%n".formatted(e.getKey(), e.getValue())));
        return out.toString();
    }

    private static Map<String, Double> figures(JsonNode card) {
        Map<String, Double> figures = new TreeMap<>();
        card.path("metrics")
                .properties()
                .forEach(e -> figures.put(e.getKey(), e.getValue().asDouble()));
        return figures;
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "-" : value.asText();
        return text.length() > 18 ? text.substring(0, 17) + "…" : text;
    }
}
