package kefu.inference.training;

import java.util.List;
import java.util.Optional;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderFolder;
import kefu.inference.encoder.EncoderReference;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.Engines;
import kefu.inference.encoder.Tokenizer;

/**
 * The encoder beside which a model is trained, and how much of a text it reads: as many tokens as nearly all texts have,
 * within what there is time for.
 */
final class Vectors implements AutoCloseable {
    private static final int MOST = 256;
    /** Tokens that two processors encode in about four minutes. */
    private static final int TIME_FOR = 2_000_000;

    private static final int SAMPLE = 2_000;
    private static final double NEARLY_ALL = 0.95;
    private static final int STEP = 16;
    /** Texts between two reports. */
    private static final int PORTION = 1_024;

    private final Encoder encoder;

    private Vectors(Encoder encoder) {
        this.encoder = encoder;
    }

    /** @return the encoder that the options ask for; empty where they ask for none */
    static Optional<EncoderFiles> files(TrainingOptions options, String language) {
        if (options.noEncoder) return Optional.empty();
        return Optional.of(options.encoder
                .map(folder -> EncoderFolder.read(folder, language))
                .orElseGet(() -> EncoderFiles.of(language)));
    }

    static Vectors open(EncoderFiles files, TrainingOptions options, List<String> texts) {
        Engines.prepare(options.threads);
        int longest = longest(files, texts);
        return new Vectors(Engines.open(files, EngineSettings.usual(options.engine, options.threads), longest));
    }

    /** @return tokens to keep of a text; depends on the texts alone, so that the same texts make the same model */
    static int longest(EncoderFiles files, List<String> texts) {
        int step = Math.max(1, texts.size() / SAMPLE);
        try (Tokenizer tokenizer = new Tokenizer(files, Integer.MAX_VALUE)) {
            int[] lengths = java.util.stream.IntStream.iterate(0, i -> i < texts.size(), i -> i + step)
                    .map(i -> tokenizer.ids(texts.get(i)).length)
                    .sorted()
                    .toArray();
            int usual = lengths[(int) ((lengths.length - 1) * NEARLY_ALL)];
            int afford = TIME_FOR / Math.max(1, texts.size());
            int wanted = Math.ceilDiv(usual, STEP) * STEP;
            return Math.clamp(Math.min(wanted, afford / STEP * STEP), EncoderReference.USUAL_TOKENS, MOST);
        }
    }

    /** @return a vector of length 0 for each text */
    static float[][] none(List<String> texts) {
        return new float[texts.size()][0];
    }

    EncoderReference reference() {
        return encoder.reference();
    }

    /** @return a vector of each text */
    float[][] of(List<String> texts, Progress progress) {
        progress.expect(texts.size() / 1000.0);
        float[][] vectors = new float[texts.size()][];
        for (int from = 0; from < vectors.length; from += PORTION) {
            int to = Math.min(vectors.length, from + PORTION);
            float[][] some = encoder.encode(texts.subList(from, to));
            System.arraycopy(some, 0, vectors, from, some.length);
            progress.done((to - from) / 1000.0, to + " of " + vectors.length + " texts encoded");
        }
        return vectors;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
