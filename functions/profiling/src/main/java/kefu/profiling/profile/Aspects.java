package kefu.profiling.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which aspects of products a text is about, by the words in {@code aspects.txt}. */
final class Aspects {
    private static final Map<String, Pattern> ASPECTS = read();

    private Aspects() {}

    /** @return names of aspects, each once; none for null */
    static List<String> in(String text) {
        if (text == null || text.isBlank()) return List.of();
        var lower = text.toLowerCase(Locale.ROOT);
        return ASPECTS.entrySet().stream()
                .filter(aspect -> aspect.getValue().matcher(lower).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Pattern> read() {
        var aspects = new LinkedHashMap<String, Pattern>();
        try (var lines = new BufferedReader(
                new InputStreamReader(Aspects.class.getResourceAsStream("aspects.txt"), StandardCharsets.UTF_8))) {
            for (var line : lines.readAllLines()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                int colon = line.indexOf(':');
                aspects.put(line.substring(0, colon).strip(), pattern(line.substring(colon + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return aspects;
    }

    /** Latin words match as whole words, also with a plural s; Chinese ones anywhere. */
    private static Pattern pattern(String words) {
        var latin = new ArrayList<String>();
        var han = new ArrayList<String>();
        for (var word : words.split(",")) {
            var trimmed = word.strip();
            (trimmed.codePoints().anyMatch(Character::isIdeographic) ? han : latin).add(Pattern.quote(trimmed));
        }
        var alternatives = new ArrayList<String>();
        if (!latin.isEmpty())
            alternatives.add(latin.stream().collect(Collectors.joining("|", "(?<![a-z])(?:", ")s?(?![a-z])")));
        alternatives.addAll(han);
        return Pattern.compile(String.join("|", alternatives));
    }
}
