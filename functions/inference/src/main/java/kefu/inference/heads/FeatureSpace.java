package kefu.inference.heads;

import java.util.List;

/**
 * How a text becomes features.
 *
 * @param words the known n-grams of words
 * @param characters the known n-grams of characters
 * @param encoderWeight how much the encoder's unit vector counts beside the unit vector of each n-gram view
 * @param spelling mends typos by the known n-grams
 */
public record FeatureSpace(Vocabulary words, Vocabulary characters, float encoderWeight, SpellingCorrection spelling) {

    private static final int MOST = 1_000_000;

    /** Learns the n-grams of texts. @param texts normalised @param seen in how many texts an n-gram has to be */
    public static FeatureSpace of(List<String> texts, int seen, float encoderWeight) {
        return of(texts, seen, MOST, encoderWeight);
    }

    /** @param most n-grams of each view to know, the frequent ones first */
    public static FeatureSpace of(List<String> texts, int seen, int most, float encoderWeight) {
        Vocabulary words = vocabulary(texts, NGrams.View.WORDS, seen, most);
        Vocabulary characters = vocabulary(texts, NGrams.View.CHARACTERS, seen, most);
        return new FeatureSpace(words, characters, encoderWeight, SpellingCorrection.taught(words, texts));
    }

    private static Vocabulary vocabulary(List<String> texts, NGrams.View view, int seen, int most) {
        return Vocabulary.of(
                texts.stream().map(text -> NGrams.hashes(text, view)).toList(), seen, most);
    }

    /** @return how many n-grams are known */
    public int size() {
        return words.size() + characters.size();
    }

    /** @param text normalised @param vector the encoder's, of length 0 without one */
    public Features features(String text, float[] vector) {
        SparseVector w = words.vector(NGrams.hashes(text, NGrams.View.WORDS));
        SparseVector c = characters.vector(NGrams.hashes(text, NGrams.View.CHARACTERS));
        return new Features(w.followedBy(c, words.size()), scaled(vector));
    }

    /** @param text normalised @return the text with what surely is a typo mended, to be encoded and judged in its place */
    public String spellingCorrected(String text) {
        return spelling.of(text);
    }

    private float[] scaled(float[] vector) {
        float[] scaled = new float[vector.length];
        for (int k = 0; k < vector.length; k++) scaled[k] = vector[k] * encoderWeight;
        return scaled;
    }

    /** @param rarity how much it counts that an n-gram is rare ({@link Vocabulary}), 1 at first */
    public FeatureSpace withRarity(float rarity) {
        return new FeatureSpace(words.withRarity(rarity), characters.withRarity(rarity), encoderWeight, spelling);
    }

    /** @return the same n-grams beside a vector of another weight */
    public FeatureSpace withEncoderWeight(float weight) {
        return new FeatureSpace(words, characters, weight, spelling);
    }
}
