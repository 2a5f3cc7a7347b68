package kefu.inference.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
            Map<String, Integer> places = new HashMap<>();
            for (Entry word : words(json)) places.put(word.letters(), places.size());
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word and its number in the list. */
    private record Entry(String letters, int number) {}

    /** Entry by entry: a tree of them all would take a tenth of the function's start. */
    private static List<Entry> words(InputStream json) throws IOException {
        List<Entry> words = new ArrayList<>();
        JsonFactory format = JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        try (JsonParser in = format.createParser(json)) {
            while (in.nextToken() != null && !"vocab".equals(in.currentName())) continue;
            in.nextToken();
            for (String entry = in.nextFieldName(); entry != null; entry = in.nextFieldName()) {
                int number = in.nextIntValue(-1);
                if (word(entry)) words.add(new Entry(entry, number));
            }
        }
        words.sort(Comparator.comparingInt(Entry::number));
        return words;
    }

    /** Single letters are listed too, of which English has two words. */
    private static boolean word(String entry) {
        return entry.length() == 1
                ? entry.equals("a") || entry.equals("i")
                : entry.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
