package kefu.inference.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** Words that English has, as the tokenizer of the English encoder lists them: some 20,000 frequent ones. */
public final class EnglishWords {
    private static final Set<String> WORDS = read();

    private EnglishWords() {}

    /** @param word in lower case */
    public static boolean known(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        try (InputStream json = EnglishWords.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
            if (json == null) return Set.of();
            JsonNode vocabulary =
                    new ObjectMapper().readTree(json).path("model").path("vocab");
            Set<String> words = new HashSet<>();
            vocabulary.fieldNames().forEachRemaining(word -> {
                if (Character.isLetter(word.charAt(0))) words.add(word);
            });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
