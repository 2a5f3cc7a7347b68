package kefu.inference.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderFolder;
import kefu.inference.encoder.Engines;
import kefu.inference.encoder.pytorch.FineTune;
import kefu.inference.encoder.pytorch.FineTuneSettings;

/** Trains the encoder itself on the examples, one in ten of them kept out to tell when to stop, and to judge by later. */
final class Tune {
    private static final int KEPT_OF = 10;
    /** Steps between two reports. */
    private static final int STEPS = 25;
    /** Work of a step in the units of {@link Progress}: thousands of texts encoded. */
    private static final double UNIT = 0.1;

    private final Examples examples;
    private final TrainingOptions options;
    private final Progress progress;
    private final int[] kept;

    Tune(Examples examples, TrainingOptions options, Progress progress) {
        this.examples = examples;
        this.options = options;
        this.progress = progress;
        this.kept = Folds.members(Folds.of(examples, KEPT_OF, options.seed), 0, true);
    }

    /** @return the examples that were not learnt from */
    int[] kept() {
        return kept;
    }

    /** @param to the folder to write the encoder to @return the encoder as it is then */
    EncoderFiles train(EncoderFiles files, Path to) throws IOException {
        Engines.prepare(options.threads);
        Labels labels = Labels.of(examples, Example::label);
        boolean[] out = new boolean[examples.size()];
        for (int i : kept) out[i] = true;
        int[] learn = IntStream.range(0, out.length).filter(i -> !out[i]).toArray();
        FineTuneSettings settings = FineTuneSettings.usual(options.fineTune, options.epochs, options.seed);
        int longest = Vectors.longest(files, examples.texts());
        try (FineTune tune = new FineTune(files, longest, labels.names().size(), settings)) {
            tune.train(examples.texts(), labels.numbers(), learn, kept, new Steps());
            tune.save(to);
        }
        return EncoderFolder.read(to, files.language());
    }

    private final class Steps implements FineTune.Listener {
        private boolean announced;

        @Override
        public void step(int done, int all, double loss) {
            if (!announced) progress.expect(all * UNIT);
            announced = true;
            if (done % STEPS == 0 || done == all)
                progress.done(
                        (done % STEPS == 0 ? STEPS : done % STEPS) * UNIT,
                        "step %d of %d, loss %.3f".formatted(done, all, loss));
        }

        @Override
        public void epoch(int number, double accuracy) {
            progress.done(0, "epoch %d: %.4f on texts held out".formatted(number, accuracy));
        }
    }
}
