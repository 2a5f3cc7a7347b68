package kefu.inference.heads;

import java.util.List;
import java.util.TreeSet;
import kefu.inference.text.EnglishWords;

/**
 * Mends typos by what a model was taught: Latin words by {@link NoisyChannel}, Chinese characters by
 * {@link HomophoneCorrection}. Nothing is built before the first word that the model was not taught.
 */
public final class SpellingCorrection {
    private final Vocabulary vocabulary;
    private final List<String> own;
    private volatile WordModel latin;

    /** @param own words of the vocabulary that English at large does not list, as names of products */
    SpellingCorrection(Vocabulary vocabulary, List<String> own) {
        this.vocabulary = vocabulary;
        this.own = List.copyOf(own);
    }

    /** @param texts normalised, which the vocabulary was made of */
    static SpellingCorrection taught(Vocabulary vocabulary, List<String> texts) {
        TreeSet<String> own = new TreeSet<>();
        for (String text : texts)
            for (String token : NGrams.tokens(text))
                if (latin(token) && !EnglishWords.known(token) && vocabulary.idf(NGrams.word(token)) > 0)
                    own.add(token);
        return new SpellingCorrection(vocabulary, List.copyOf(own));
    }

    private static boolean latin(String token) {
        return token.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '\'');
    }

    /** @param text normalised @return the text as it was probably meant */
    public String of(String text) {
        return new NoisyChannel(vocabulary, this::latin).of(new HomophoneCorrection(vocabulary).of(text));
    }

    private WordModel latin() {
        WordModel made = latin;
        if (made == null) latin = made = new WordModel(vocabulary, own);
        return made;
    }

    List<String> own() {
        return own;
    }
}
