package kefu.recommendation.model;

import java.util.HashMap;
import java.util.Map;
import kefu.model.Require;

/** What categories are called. @param byLanguage language, to category, to its name there */
public record CategoryNames(Map<String, Map<String, String>> byLanguage) {
    public static final CategoryNames NONE = new CategoryNames(Map.of());

    public CategoryNames {
        var copy = new HashMap<String, Map<String, String>>();
        byLanguage.forEach((language, names) -> copy.put(language, Require.map(names)));
        byLanguage = Map.copyOf(copy);
    }

    /** @return the name in this language, else the category itself */
    String in(String language, String category) {
        return byLanguage.getOrDefault(language, Map.of()).getOrDefault(category, category);
    }
}
