package kefu.inference.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that English has, as the tokenizer of the English encoder lists them: some 20,000, the frequent ones first. How
 * often each is said follows from its place (Zipf 1949).
 */
public final class EnglishWords {
    private static final Map<String, Integer> PLACES = read();
    private static final List<String> ALL = PLACES.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    private static final double EVENLY = 10;

    private EnglishWords() {}

    /** @return all of them, the frequent ones first */
    public static List<String> all() {
        return ALL;
    }

    /** @param word in lower case */
    public static boolean known(String word) {
        return PLACES.containsKey(word);
    }

    /** @return the share of all words said that are this one; 0 for none that is known */
    public static double share(String word) {
        Integer place = PLACES.get(word);
        return place == null ? 0 : 1 / ((place + EVENLY) * Math.log(1 + PLACES.size() / EVENLY));
    }

    private static Map<String, Integer> read() {
        try (InputStream json = EnglishWords.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
            if (json == null) return Map.of();
            JsonNode vocabulary =
                    new ObjectMapper().readTree(json).path("model").path("vocab");
            List<String> words = vocabulary.properties().stream()
                    .filter(entry -> word(entry.getKey()))
                    .sorted(Map.Entry.comparingByValue(java.util.Comparator.comparingInt(JsonNode::asInt)))
                    .map(Map.Entry::getKey)
                    .toList();
            Map<String, Integer> places = new HashMap<>();
            for (String word : words) places.put(word, places.size());
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Single letters are listed too, of which English has two words. */
    private static boolean word(String entry) {
        return entry.length() == 1
                ? entry.equals("a") || entry.equals("i")
                : entry.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
