package kefu.local.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kefu.local.http.Api;

/** The articles below {@code knowledge/}: the first folder is the language. */
final class KnowledgeFolder {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final Path folder;
    private final Api routing;
    private final Report report;

    KnowledgeFolder(Path folder, Api routing, Report report) {
        this.folder = folder;
        this.routing = routing;
        this.report = report;
    }

    /** @return how many articles were loaded */
    int load() {
        int loaded = 0;
        for (var file : files()) if (load(file)) loaded++;
        return loaded;
    }

    private boolean load(Path file) {
        var name = "knowledge/" + folder.relativize(file);
        var language = folder.relativize(file).getName(0).toString();
        if (!LANGUAGES.contains(language)) return refuse(name, "is not below knowledge/en or knowledge/zh");
        KnowledgeFile article;
        try {
            article = KnowledgeFile.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            return refuse(name, e.getMessage());
        } catch (IOException e) {
            return refuse(name, "cannot be read: " + e.getMessage());
        }
        var answer = routing.send("PUT", path(article, language), body(article, language), Map.of());
        return answer.isOk() || refuse(name, answer.problem());
    }

    private static String path(KnowledgeFile article, String language) {
        return "/v1/knowledge/" + Api.segment(article.id()) + "?language=" + language;
    }

    private static Map<String, Object> body(KnowledgeFile article, String language) {
        return Map.of("title", article.title(), "language", language, "tags", article.tags(), "text", article.text());
    }

    private boolean refuse(String name, String reason) {
        report.problem(new BadLine(name, 0, reason));
        return false;
    }

    private List<Path> files() {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".md") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
