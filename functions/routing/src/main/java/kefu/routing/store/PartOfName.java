package kefu.routing.store;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether a sentence says part of a name: a word of it ("the kettle one"), or two Chinese characters in a row (茶具 of 青瓷茶具套装). */
public final class PartOfName {
    private static final int SHORTEST_WORD = 3;
    /** Of the way somebody points: "the second one", "the set". */
    private static final Set<String> POINTING = Set.of("one", "item", "product", "size", "set", "pack", "all", "piece");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");

    private PartOfName() {}

    /** @return whether they share such a word or pair */
    public static boolean in(String sentence, String name) {
        var said = NameIndex.words(sentence);
        boolean word = NameIndex.words(name).stream()
                .filter(w -> w.stem().length() >= SHORTEST_WORD && !POINTING.contains(w.stem()))
                .anyMatch(w -> said.stream().anyMatch(s -> s.stem().equals(w.stem())));
        return word
                || HAN.matcher(name).results().anyMatch(run -> {
                    var characters = run.group();
                    for (int i = 0; i + 2 <= characters.length(); i++)
                        if (sentence.contains(characters.substring(i, i + 2))) return true;
                    return false;
                });
    }
}
