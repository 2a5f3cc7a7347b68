package kefu.inference.encoder.pytorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.ParameterTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EncoderFolder;
import kefu.inference.encoder.TokenBatch;
import kefu.inference.encoder.Tokenizer;
import kefu.inference.encoder.weights.BertWeights;
import kefu.inference.encoder.weights.WeightDelta;

/**
 * Trains an encoder's upper layers, or all of them, to tell labels apart: AdamW with warm-up and linear decay, dropout,
 * label smoothing, and the weights of the epoch that did best on texts held out. A linear head over the unit vector is
 * trained beside it and thrown away: Kefu fits its own over the vectors that result. One training runs at a time in a
 * process, because the engine collects gradients for all threads together.
 */
public final class FineTune implements AutoCloseable {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    /** Unit vectors times this make margins of a useful size. */
    private static final float SCALE = 10;

    private static final float WARM_UP = 0.1f;
    private static final float DECAY = 0.01f;
    private static final float CLIP = 1;

    private final EncoderFiles files;
    private final FineTuneSettings settings;
    private final BertModel model;
    private final Tokenizer tokenizer;
    private final NDArray head;
    private final NDArray bias;
    private final List<NDArray> parameters = new ArrayList<>();

    /** @param longest tokens kept of a text @param labels how many there are */
    public FineTune(EncoderFiles files, int longest, int labels, FineTuneSettings settings) {
        this.files = files;
        this.settings = settings;
        this.model = new BertModel(
                files, DataType.FLOAT32, Engine.getEngine("PyTorch").defaultDevice());
        this.tokenizer = new Tokenizer(files, longest);
        Engine.getEngine("PyTorch").setRandomSeed((int) settings.seed());
        this.head = model.manager()
                .randomNormal(
                        0,
                        0.02f,
                        new Shape(model.width(), labels),
                        model.words().getDataType());
        this.bias = model.manager().zeros(new Shape(labels));
        parameters.add(head);
        parameters.add(bias);
        List<BertLayer> layers = model.layers();
        int lowest = Math.max(0, layers.size() - settings.layers());
        for (BertLayer layer : layers.subList(lowest, layers.size())) parameters.addAll(layer.parameters());
    }

    /** Hears how far the training is. */
    public interface Listener {
        /** @param done batches @param all batches, unless training stops early */
        void step(int done, int all, double loss);

        /** @param accuracy on the texts held out, by the head that is thrown away */
        void epoch(int number, double accuracy);
    }

    /**
     * Trains.
     *
     * @param answers the number of each text's label
     * @param learn which texts to learn from
     * @param judge which texts tell when to stop
     * @return the accuracy on the latter of the weights kept
     */
    public double train(List<String> texts, int[] answers, int[] learn, int[] judge, Listener listener) {
        ONE_AT_A_TIME.lock();
        try {
            parameters.forEach(p -> p.setRequiresGradient(true));
            return epochs(texts.stream().map(tokenizer::ids).toArray(long[][]::new), answers, learn, judge, listener);
        } finally {
            parameters.forEach(p -> p.setRequiresGradient(false));
            ONE_AT_A_TIME.unlock();
        }
    }

    private double epochs(long[][] ids, int[] answers, int[] learn, int[] judge, Listener listener) {
        int perEpoch = Math.ceilDiv(learn.length, settings.batch());
        int all = perEpoch * settings.epochs();
        Optimizer optimizer = optimizer(all);
        double best = -1;
        List<float[]> kept = List.of();
        int done = 0;
        int worse = 0;
        for (int epoch = 0; epoch < settings.epochs() && worse < settings.patience(); epoch++) {
            for (int[] batch : Batches.shuffled(ids, learn, settings.batch(), settings.seed() + epoch)) {
                double loss = step(ids, answers, batch, optimizer, done == 1);
                listener.step(++done, all, loss);
            }
            double accuracy = accuracy(ids, answers, judge);
            listener.epoch(epoch + 1, accuracy);
            if (accuracy > best) {
                best = accuracy;
                worse = 0;
                kept = parameters.stream().map(NDArray::toFloatArray).toList();
            } else worse++;
        }
        for (int p = 0; p < kept.size(); p++) parameters.get(p).set(kept.get(p));
        return best;
    }

    private Optimizer optimizer(int all) {
        ParameterTracker rate = (parameter, step) -> {
            float share = (float) step / all;
            float ramp = share < WARM_UP ? share / WARM_UP : (1 - share) / (1 - WARM_UP);
            boolean ofHead = Integer.parseInt(parameter) < 2;
            return Math.max(ramp, 0.01f) * (ofHead ? settings.headRate() : settings.rate());
        };
        return Optimizer.adamW()
                .optLearningRateTracker(rate)
                .optWeightDecays(DECAY)
                .optClipGrad(CLIP)
                .build();
    }

    private double step(long[][] ids, int[] answers, int[] batch, Optimizer optimizer, boolean check) {
        double said;
        try (NDManager pass = model.manager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray loss = loss(ids, answers, batch, pass);
            collector.backward(loss);
            said = loss.getFloat();
        }
        if (!Double.isFinite(said)) throw new IllegalStateException("fine-tuning diverged: try a lower rate");
        for (int p = 0; p < parameters.size(); p++) {
            try (NDArray gradient = parameters.get(p).getGradient()) {
                if (check) learns(p, gradient);
                optimizer.update(String.valueOf(p), parameters.get(p), gradient);
                gradient.subi(gradient);
            }
        }
        return said;
    }

    /** Otherwise the head alone would learn, and accuracy would rise all the same. */
    private static void learns(int parameter, NDArray gradient) {
        try (NDArray absolute = gradient.abs();
                NDArray sum = absolute.sum()) {
            if (sum.getFloat() == 0) throw new IllegalStateException("weight " + parameter + " gets no gradient");
        }
    }

    private NDArray loss(long[][] ids, int[] answers, int[] batch, NDManager pass) {
        NDArray vectors = model.vectors(rows(ids, batch), pass, settings.dropout());
        if (settings.dropout() > 0)
            vectors = Dropout.dropout(vectors, settings.dropout(), true).singletonOrThrow();
        NDArray logs = vectors.mul(SCALE).matMul(head).add(bias).logSoftmax(1);
        int labels = (int) bias.size();
        float[] wanted = new float[batch.length * labels];
        java.util.Arrays.fill(wanted, settings.smoothing() / labels);
        for (int i = 0; i < batch.length; i++) wanted[i * labels + answers[batch[i]]] += 1 - settings.smoothing();
        return logs.mul(pass.create(wanted, new Shape(batch.length, labels)))
                .sum()
                .mul(-1f / batch.length);
    }

    private double accuracy(long[][] ids, int[] answers, int[] judge) {
        int right = 0;
        for (int[] batch : Batches.byLength(ids, judge, settings.batch() * 2)) {
            try (NDManager pass = model.manager().newSubManager()) {
                NDArray margins = model.vectors(rows(ids, batch), pass, 0)
                        .mul(SCALE)
                        .matMul(head)
                        .add(bias);
                long[] given = margins.argMax(1).toLongArray();
                for (int i = 0; i < batch.length; i++) if (given[i] == answers[batch[i]]) right++;
            }
        }
        return judge.length == 0 ? 0 : (double) right / judge.length;
    }

    private static TokenBatch rows(long[][] ids, int[] batch) {
        long[][] rows = new long[batch.length][];
        for (int i = 0; i < batch.length; i++) rows[i] = ids[batch[i]];
        return new TokenBatch(rows);
    }

    /**
     * Writes the encoder as it is now as a folder that {@code --encoder} reads: of one that comes with Kefu what changed,
     * of any other all of it. Whatever an earlier training left there goes.
     */
    public void save(Path folder) throws IOException {
        for (String earlier : List.of(EncoderFolder.CHANGES, "tokenizer.json", "config.json", "model.safetensors"))
            Files.deleteIfExists(folder.resolve(earlier));
        if (files.folder().isEmpty()) saveChanges(folder);
        else SaveEncoder.to(folder, model, files);
    }

    private void saveChanges(Path folder) throws IOException {
        EncoderFiles published = EncoderFiles.of(files.language());
        WeightDelta.Builder changes = new WeightDelta.Builder(published.source().orElse(""), BertWeights.of(published));
        for (int i = 0; i < model.layers().size(); i++)
            model.layers().get(i).weights(i, (name, now) -> {
                boolean matrix = now.getShape().dimension() == 2;
                changes.add(
                        matrix ? name.substring(0, name.length() - ".weight".length()) : name,
                        (matrix ? now.transpose() : now).toFloatArray());
            });
        Files.createDirectories(folder);
        Files.write(folder.resolve(EncoderFolder.CHANGES), changes.build().write());
    }

    @Override
    public void close() {
        tokenizer.close();
        model.close();
    }
}
