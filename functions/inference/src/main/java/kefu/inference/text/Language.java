package kefu.inference.text;

import java.util.Set;
import java.util.regex.Pattern;

/** The languages Kefu tells apart. */
public enum Language {
    ZH_HANS("zh-Hans"),
    ZH_HANT("zh-Hant"),
    EN("en"),
    MIXED("mixed"),
    OTHER("other");

    private static final Set<String> ELSEWHERE = Set.of(
            "der", "die", "das", "und", "ist", "nicht", "ich", "wo", "mein", "meine", "el", "los", "las", "que", "está",
            "mi", "dónde", "por", "le", "les", "est", "où", "je", "ma", "mon", "pas", "une", "il", "della", "che",
            "non", "dove", "o", "os", "não", "meu", "minha", "para", "het", "een", "niet", "waar", "mijn");

    /** E-mail addresses and links are spelt in Latin letters in every language. */
    private static final Pattern ADDRESS = Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}.-]+|https?://[!-~]+");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** @return the name at the API: {@code zh-Hans, zh-Hant, en, mixed, other} */
    public String tag() {
        return tag;
    }

    /**
     * Tells a text's language by its script: Chinese characters against Latin words, traditional against simplified
     * forms; a text of Latin words in which function words of other European languages outweigh is none of them.
     *
     * @param text as its writer sent it; addresses in it do not count
     */
    public static Language of(String text) {
        String raw = text.contains("@") || text.contains("://")
                ? ADDRESS.matcher(text).replaceAll(" ")
                : text;
        Script script = Script.of(raw);
        if (script.foreign() > script.han() + script.words()) return OTHER;
        if (script.han() == 0) return script.words() == 0 || elsewhere(raw, script.words()) ? OTHER : EN;
        // Two characters weigh about as much as one word; a brand or an order number does not make a text mixed.
        double words = script.words();
        double share = words / (words + script.han() / 2.0);
        if (words >= 2 && share >= 0.25) return share >= 0.8 ? EN : MIXED;
        return script.traditional() > script.simplified() ? ZH_HANT : ZH_HANS;
    }

    /** @return whether most of a mixed text is Latin */
    public static boolean mostlyLatin(String raw) {
        Script script = Script.of(raw);
        return script.words() > script.han() / 2.0;
    }

    private static boolean elsewhere(String raw, int words) {
        int hits = 0;
        for (String word : raw.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}']+"))
            if (ELSEWHERE.contains(word)) hits++;
        return hits >= 2 && hits * 4 >= words;
    }
}
