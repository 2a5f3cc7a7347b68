package kefu.model.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kefu.model.Wired;

/**
 * An event as Kafka has carried it: {@code golden/<type>/<n>.json}. Such a file is never edited, since topics hold
 * events like it; where an event gets a field, the next number shows it.
 */
record Golden(String type, String name, JsonNode json) {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<Golden> all() {
        return types().stream().flatMap(type -> of(type).stream()).toList();
    }

    static List<String> types() {
        return list(FOLDER).filter(Files::isDirectory).map(Golden::name).toList();
    }

    /** @return those of this type, oldest first */
    static List<Golden> of(String type) {
        var folder = FOLDER.resolve(type);
        return Files.isDirectory(folder)
                ? list(folder)
                        .map(file -> new Golden(type, name(file), read(file)))
                        .toList()
                : List.of();
    }

    Event event() throws IOException {
        return Wired.STRICT.treeToValue(json, Event.class);
    }

    /** @return the paths of all fields that have a value, such as {@code items[].productId} */
    SortedSet<String> paths() {
        var paths = new TreeSet<String>();
        collect(json, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, SortedSet<String> paths) {
        if (node.isNull()) return;
        paths.add(path);
        node.properties().forEach(e -> collect(e.getValue(), (path.isEmpty() ? "" : path + ".") + e.getKey(), paths));
        if (node.isArray()) node.forEach(one -> collect(one, path + "[]", paths));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Wired.STRICT.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    @Override
    public String toString() {
        return type + "/" + name;
    }
}
