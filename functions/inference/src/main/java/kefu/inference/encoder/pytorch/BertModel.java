package kefu.inference.encoder.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kefu.inference.encoder.BertShape;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.Pooling;
import kefu.inference.encoder.TokenBatch;
import kefu.inference.encoder.weights.BertWeights;

/** A BERT encoder of plain tensor operations. Of one thread at a time. */
final class BertModel implements AutoCloseable {
    /** Small enough for padding to get no weight, large enough for 16 bits. */
    private static final float MASKED = -3e4f;

    private final NDManager manager;
    private final BertShape shape;
    private final Pooling pooling;
    private final NDArray words;
    private final NDArray positions;
    private final BertLayer.Norm norm;
    private final List<BertLayer> layers = new ArrayList<>();

    /** @param type what it calculates in @throws IllegalArgumentException when the files hold no such encoder, or not whole */
    BertModel(EncoderFiles files, DataType type, Device device) {
        this.shape = files.shape()
                .orElseThrow(() -> new IllegalArgumentException("encoder " + files.name()
                        + " needs a config.json of a BERT for the engine pytorch; the engine onnx needs none"));
        this.pooling = files.pooling();
        BertWeights weights = BertWeights.of(files);
        this.manager = NDManager.newBaseManager(device, "PyTorch");
        try {
            this.words = BertLayer.array(weights.get("embeddings.word_embeddings.weight"), manager)
                    .toType(type, false);
            // Every token is of type 0: its vector is part of every position's.
            NDArray token = BertLayer.array(weights.get("embeddings.token_type_embeddings.weight"), manager);
            this.positions = BertLayer.array(weights.get("embeddings.position_embeddings.weight"), manager)
                    .add(token.get(0))
                    .toType(type, false);
            this.norm = BertLayer.norm(weights, "embeddings.LayerNorm", shape.epsilon(), type, manager);
            if (weights.layers() == 0) throw new IllegalArgumentException("has no layers");
            for (int i = 0; i < weights.layers(); i++) layers.add(new BertLayer(weights, i, shape, type, manager));
        } catch (IllegalArgumentException e) {
            manager.close();
            throw new IllegalArgumentException(
                    "encoder " + files.name() + ": " + files.model() + " " + e.getMessage(), e);
        }
    }

    /**
     * @param dropout share of each layer's results left out; 0 outside training
     * @return rows × width, of unit length, within {@code pass}
     */
    NDArray vectors(TokenBatch batch, NDManager pass, float dropout) {
        Shape size = new Shape(batch.size(), batch.longest());
        NDArray ids = pass.create(batch.ids(), size);
        Optional<NDArray> tokens = batch.isPadded()
                ? Optional.of(pass.create(batch.mask(), size).toType(DataType.FLOAT32, false))
                : Optional.empty();
        Optional<NDArray> mask = tokens.map(t -> t.sub(1)
                .muli(-MASKED)
                .reshape(batch.size(), 1, 1, batch.longest())
                .toType(words.getDataType(), false));
        NDArray x = norm.of(embed(ids, pass));
        for (BertLayer layer : layers) {
            NDArray next = layer.forward(x, mask, dropout);
            x.close();
            x = next;
        }
        return pool(x.toType(DataType.FLOAT32, false), tokens).normalize(2, 1);
    }

    private NDArray embed(NDArray ids, NDManager pass) {
        // A look-up or slice of a weight belongs to the weight's manager, which is never closed, unless it is moved.
        NDArray word = Embedding.embedding(ids, words, SparseFormat.DENSE).singletonOrThrow();
        long first = shape.firstPosition();
        NDArray position = positions.get(first + ":" + (first + ids.getShape().get(1)));
        new NDList(word, position).attach(pass);
        return word.add(position);
    }

    private NDArray pool(NDArray hidden, Optional<NDArray> tokens) {
        if (pooling == Pooling.FIRST) return hidden.get(":, 0");
        if (tokens.isEmpty()) return hidden.mean(new int[] {1});
        NDArray mask = tokens.get();
        return hidden.mul(mask.expandDims(2)).sum(new int[] {1}).div(mask.sum(new int[] {1}, true));
    }

    int width() {
        return (int) words.getShape().get(1);
    }

    NDManager manager() {
        return manager;
    }

    List<BertLayer> layers() {
        return layers;
    }

    NDArray words() {
        return words;
    }

    NDArray positions() {
        return positions;
    }

    BertShape shape() {
        return shape;
    }

    Pooling pooling() {
        return pooling;
    }

    /** Hands out all weights by BERT's names, matrices out × in. */
    void weights(BiConsumer<String, NDArray> to) {
        to.accept("embeddings.word_embeddings.weight", words);
        to.accept("embeddings.position_embeddings.weight", positions);
        // The token type's vector is part of the positions'.
        try (NDArray none = manager.zeros(new Shape(1, width()))) {
            to.accept("embeddings.token_type_embeddings.weight", none);
        }
        norm.weights("embeddings.LayerNorm", to);
        for (int i = 0; i < layers.size(); i++) layers.get(i).weights(i, to);
    }

    @Override
    public void close() {
        manager.close();
    }
}
