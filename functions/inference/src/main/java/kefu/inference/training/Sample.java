package kefu.inference.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import kefu.inference.heads.FeatureSpace;
import kefu.inference.heads.Features;
import kefu.inference.text.Normalise;

/**
 * What there is to learn from: texts with their vectors, and perhaps of each a copy with typos, which is learnt from
 * wherever the text itself is, and never judged by.
 *
 * @param texts normalised: the examples', then their copies, mended as far as they can be
 * @param vectors the encoder's, one for each text, each of length 0 without an encoder; not copied
 * @param examples how many of the texts are no copies
 */
record Sample(List<String> texts, float[][] vectors, int examples) {
    /** Below as many examples even an n-gram of one text says something. */
    private static final int FEW = 2_000;
    /** N-grams of each view; rarer ones are left out of long texts. */
    private static final int MOST = 400_000;

    Sample {
        texts = List.copyOf(texts);
    }

    /** Of so many characters copies would take too long to read, and long texts mind a typo less. */
    private static final long LONG = 2_000_000;
    /** Share of the characters that go wrong in a copy. */
    private static final double TYPOS = 0.1;

    /**
     * @param encode makes vectors of texts, each of length 0 without an encoder
     * @param typos whether to learn from copies with typos too
     */
    static Sample of(Examples examples, Function<List<String>, float[][]> encode, boolean typos, long seed) {
        List<String> texts = new ArrayList<>(examples.texts());
        long characters = texts.stream().mapToLong(String::length).sum();
        if (typos && characters <= LONG) {
            Random random = new Random(seed);
            FeatureSpace known = FeatureSpace.of(texts, seen(examples.size()), MOST, 1);
            for (String text : examples.texts())
                texts.add(known.spellingCorrected(Normalise.text(Typos.in(text, TYPOS, random))));
        }
        return new Sample(texts, encode.apply(texts), examples.size());
    }

    /** @return these examples with their copies */
    Sample at(int[] members) {
        int[] all = withCopies(members);
        return new Sample(
                Arrays.stream(all).mapToObj(texts::get).toList(),
                Arrays.stream(all).mapToObj(i -> vectors[i]).toArray(float[][]::new),
                members.length);
    }

    int size() {
        return texts.size();
    }

    boolean encoded() {
        return vectors[0].length > 0;
    }

    /** @return characters in all: what n-grams cost */
    long characters() {
        return texts.stream().mapToLong(String::length).sum();
    }

    /** N-grams are those of texts as they were written: of those with typos each would be seen once. */
    FeatureSpace space(int[] learn, float encoderWeight) {
        return FeatureSpace.of(Arrays.stream(learn).mapToObj(texts::get).toList(), seen(examples), MOST, encoderWeight);
    }

    private static int seen(int examples) {
        return examples < FEW ? 1 : 2;
    }

    /** @return the same space for all examples */
    FeatureSpace space(float encoderWeight) {
        return space(IntStream.range(0, examples).toArray(), encoderWeight);
    }

    /** @return the space for all examples under what was chosen */
    FeatureSpace space(Search.Chosen chosen) {
        return space(chosen.encoderWeight()).withRarity(chosen.rarity());
    }

    Features features(FeatureSpace space, int i) {
        return space.features(texts.get(i), vectors[i]);
    }

    /** @return whether there are copies at all */
    boolean copied() {
        return texts.size() > examples;
    }

    /** @return these examples and their copies */
    int[] withCopies(int[] members) {
        if (!copied()) return members;
        return IntStream.concat(Arrays.stream(members), Arrays.stream(members).map(i -> i + examples))
                .toArray();
    }

    /** @return for each text the number of the example that it is, or is a copy of */
    int[] originals(int[] members) {
        return Arrays.stream(members).map(i -> i % examples).toArray();
    }
}
