package kefu.routing.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kefu.testing.RealBrokerAndDatabase;

/** The articles of the demo shop. */
final class DemoKnowledge {
    private DemoKnowledge() {}

    static List<Article> articles() {
        var folder = RealBrokerAndDatabase.repository().resolve("infra/local/shop/knowledge");
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(DemoKnowledge::article)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article article(Path file) {
        try {
            var parts = Files.readString(file).split("---\n", 3);
            var tags =
                    List.of(value(parts[1], "tags").replaceAll("[\\[\\]]", "").split(", *"));
            return new Article(
                    value(parts[1], "id"),
                    file.getParent().getFileName().toString(),
                    1,
                    value(parts[1], "title"),
                    tags,
                    parts[2].strip(),
                    Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String head, String key) {
        return head.lines()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .findFirst()
                .orElseThrow();
    }
}
