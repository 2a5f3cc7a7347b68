package kefu.local.imports;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An article of the knowledge base: Markdown with front matter.
 *
 * @param id stable; the same in each language
 * @param tags the intents it helps with
 */
record KnowledgeFile(String id, String title, List<String> tags, String text) {
    private static final String FENCE = "---";

    /** @throws IllegalArgumentException saying what is missing */
    static KnowledgeFile parse(String content) {
        var lines = content.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE))
            throw new IllegalArgumentException("does not begin with front matter (a line " + FENCE + ")");
        int end = lines.subList(1, lines.size()).stream()
                        .map(String::strip)
                        .toList()
                        .indexOf(FENCE)
                + 1;
        if (end == 0) throw new IllegalArgumentException("its front matter does not end (a second line " + FENCE + ")");
        var fields = new TreeMap<String, String>();
        for (var line : lines.subList(1, end)) {
            int colon = line.indexOf(':');
            if (colon > 0) fields.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1)));
        }
        var text = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        if (text.isEmpty()) throw new IllegalArgumentException("has no text");
        return new KnowledgeFile(needed(fields, "id"), needed(fields, "title"), list(fields.get("tags")), text);
    }

    private static String needed(TreeMap<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null || value.isBlank()) throw new IllegalArgumentException("its front matter has no " + name);
        return value;
    }

    private static List<String> list(String value) {
        if (value == null) return List.of();
        return Stream.of(value.replaceAll("^\\[|]$", "").split(","))
                .map(KnowledgeFile::unquoted)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static String unquoted(String value) {
        var bare = value.strip();
        boolean quoted = bare.length() > 1
                && (bare.startsWith("\"") && bare.endsWith("\"") || bare.startsWith("'") && bare.endsWith("'"));
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
