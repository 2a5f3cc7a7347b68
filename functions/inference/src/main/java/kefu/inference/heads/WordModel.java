package kefu.inference.heads;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kefu.inference.text.EnglishWords;
import kefu.inference.text.WordIndex;

/**
 * How likely which word is after which: by the texts a model was taught with, whose words and pairs of words its
 * vocabulary counts, and a little by English at large. What nobody taught is likely to be a name by its length.
 */
final class WordModel {
    /** Words in a text, about: turns the share of texts that have a word into the share of words that are it. */
    private static final double WORDS_IN_A_TEXT = 8;

    /** What English at large counts beside the texts taught. */
    private static final double BACKGROUND = 0.1;
    /** What the word before counts beside how frequent a word is anyway. */
    private static final double PAIRS = 0.8;
    /** Probability of some word that is in no list, and of each of its letters. */
    private static final double UNHEARD = 0.001;

    private static final double LETTER = 0.1;
    private static final int MOST_LETTERS = 100;

    private final Vocabulary vocabulary;
    private final Word[] meant;
    private final WordIndex index;

    /** @param own words of the vocabulary that English at large does not list */
    WordModel(Vocabulary vocabulary, List<String> own) {
        this.vocabulary = vocabulary;
        this.meant = Stream.concat(own.stream(), EnglishWords.all().stream())
                .map(this::word)
                .filter(Word::taught)
                .sorted(Comparator.comparingDouble(Word::probability).reversed())
                .toArray(Word[]::new);
        this.index = new WordIndex(Stream.of(meant).map(Word::letters).toList());
    }

    /**
     * A word with what is known of it.
     *
     * @param weight in the vocabulary, 0 for none
     * @param probability whatever is before it; of a word in no list small, and smaller the longer it is
     * @param known whether it is in some list
     */
    record Word(String letters, int hash, float idf, double probability, boolean known) {
        static final Word NONE = new Word("", 0, 0, 1, false);

        boolean taught() {
            return idf > 0;
        }
    }

    Word word(String letters) {
        int hash = NGrams.word(letters);
        float idf = vocabulary.idf(hash);
        double taught = idf == 0 ? 0 : Math.exp(1 - idf) / WORDS_IN_A_TEXT;
        double p = (1 - BACKGROUND) * taught + BACKGROUND * EnglishWords.share(letters);
        return p > 0 ? new Word(letters, hash, idf, p, true) : new Word(letters, hash, idf, unheard(letters), false);
    }

    private static double unheard(String letters) {
        return UNHEARD * Math.pow(LETTER, Math.min(MOST_LETTERS, letters.length()));
    }

    /** @return the logarithm of the probability of a word after another */
    double after(Word last, Word word) {
        if (!last.taught()) return Math.log(word.probability());
        float pair = word.taught() ? vocabulary.idf(NGrams.pair(last.hash(), word.letters())) : 0;
        double together = pair == 0 ? 0 : Math.min(1, Math.exp(last.idf() - pair));
        return Math.log(PAIRS * together + (1 - PAIRS) * word.probability());
    }

    /** @param edits letters to leave out when looking, one or two @return taught words that may have been meant, likely ones first, perhaps this one among them */
    List<Word> near(String typed, int edits) {
        return Arrays.stream(index.near(typed, edits)).mapToObj(w -> meant[w]).toList();
    }
}
