package kefu.inference.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import kefu.inference.heads.FeatureSpace;
import kefu.inference.heads.Features;

/**
 * What there is to learn from: texts with their vectors.
 *
 * @param texts normalised
 * @param vectors the encoder's, one for each text, each of length 0 without an encoder; not copied
 */
record Sample(List<String> texts, float[][] vectors) {
    /** Below as many examples even an n-gram of one text says something. */
    private static final int FEW = 2_000;
    /** N-grams of each view; rarer ones are left out of long texts. */
    private static final int MOST = 400_000;

    Sample {
        texts = List.copyOf(texts);
    }

    /** @param encode makes vectors of texts, each of length 0 without an encoder */
    static Sample of(Examples examples, Function<List<String>, float[][]> encode) {
        return new Sample(examples.texts(), encode.apply(examples.texts()));
    }

    /** @return these examples alone */
    Sample at(int[] members) {
        return new Sample(
                Arrays.stream(members).mapToObj(texts::get).toList(),
                Arrays.stream(members).mapToObj(i -> vectors[i]).toArray(float[][]::new));
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

    /** @param learn the examples whose n-grams are known */
    FeatureSpace space(int[] learn, float encoderWeight) {
        int seen = size() < FEW ? 1 : 2;
        return FeatureSpace.of(Arrays.stream(learn).mapToObj(texts::get).toList(), seen, MOST, encoderWeight);
    }

    /** @return the space of the n-grams of all examples */
    FeatureSpace space(float encoderWeight) {
        return space(IntStream.range(0, size()).toArray(), encoderWeight);
    }

    /** @return the space for all examples under what was chosen */
    FeatureSpace space(Search.Chosen chosen) {
        return space(chosen.encoderWeight()).withRarity(chosen.rarity());
    }

    Features features(FeatureSpace space, int i) {
        return space.features(texts.get(i), vectors[i]);
    }
}
