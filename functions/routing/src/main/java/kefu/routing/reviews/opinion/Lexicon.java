package kefu.routing.reviews.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kefu.model.shop.LocalText;
import kefu.routing.reviews.opinion.Meaning.Role;

/**
 * What a trade's reviews speak of, and in which words: a pack's {@code aspects.yml}. Thread-safe.
 *
 * @param floor below so many reviews of a product nothing is claimed
 * @param names how a reply calls each aspect, by key, in the order of the file
 */
public record Lexicon(int floor, Map<String, LocalText> names, Phrases phrases) {
    private static final String FILE = "aspects.yml: ";

    /** @throws IllegalArgumentException naming the entry that is wrong */
    public static Lexicon read(JsonNode root) {
        if (!root.path("floor").canConvertToInt() || root.path("floor").asInt() < 1)
            throw new IllegalArgumentException(FILE + "floor: must be a number of reviews, at least 1");
        if (!root.path("aspects").isObject() || root.path("aspects").isEmpty())
            throw new IllegalArgumentException(FILE + "aspects: there are none");
        var names = new LinkedHashMap<String, LocalText>();
        var phrases = new Phrases.Builder();
        root.path("aspects").properties().forEach(entry -> {
            var key = entry.getKey();
            var at = "aspects." + key;
            var aspect = entry.getValue();
            names.put(key, name(aspect.path("name"), at + ".name"));
            words(aspect, at, "names", true).forEach(word -> phrases.naming(word, key));
            words(aspect, at, "praise", false).forEach(word -> phrases.judging(word, key, 1));
            words(aspect, at, "blame", false).forEach(word -> phrases.judging(word, key, -1));
            words(aspect, at, "goodBeside", false).forEach(word -> phrases.beside(word, key, 1));
            words(aspect, at, "badBeside", false).forEach(word -> phrases.beside(word, key, -1));
        });
        words(root.path("opinions"), "opinions", "praise", true).forEach(word -> phrases.general(word, 1));
        words(root.path("opinions"), "opinions", "blame", true).forEach(word -> phrases.general(word, -1));
        words(root, "", "negations", true).forEach(word -> phrases.role(word, Role.NEGATES));
        words(root, "", "contrasts", true).forEach(word -> phrases.role(word, Role.CONTRASTS));
        words(root, "", "idle", false).forEach(word -> phrases.role(word, Role.IDLE));
        return new Lexicon(root.path("floor").asInt(), names, phrases.build());
    }

    private static LocalText name(JsonNode node, String at) {
        if (!node.isObject() || node.isEmpty())
            throw new IllegalArgumentException(FILE + at + ": must say how each language calls it");
        var texts = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        return new LocalText(texts);
    }

    private static List<String> words(JsonNode in, String at, String field, boolean needed) {
        var path = FILE + (at.isEmpty() ? "" : at + ".") + field;
        var byLanguage = in.path(field);
        if (byLanguage.isMissingNode() && !needed) return List.of();
        if (!byLanguage.isObject()) throw new IllegalArgumentException(path + ": must be lists by language");
        var words = new ArrayList<String>();
        byLanguage.properties().forEach(list -> {
            if (!list.getValue().isArray())
                throw new IllegalArgumentException(path + "." + list.getKey() + ": must be a list");
            list.getValue().forEach(word -> {
                if (!word.isTextual() || word.asText().isBlank())
                    throw new IllegalArgumentException(
                            path + "." + list.getKey() + ": " + word + " is no word (put quotes around it?)");
                words.add(word.asText());
            });
        });
        return words;
    }
}
