package kefu.inference.encoder.pytorch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.ForwardPass;
import kefu.inference.encoder.Pooling;
import kefu.inference.encoder.TokenBatch;

/** Runs a BERT encoder on PyTorch, on a GPU where there is one. */
public final class PytorchPass implements ForwardPass {
    private static final float MASKED = -1e9f;

    private final EncoderFiles files;
    private final NDManager manager;
    private final NDArray words;
    private final NDArray positions;
    private final BertLayer.Norm norm;
    private final List<BertLayer> layers = new ArrayList<>();
    private final int width;

    public PytorchPass(EncoderFiles files) {
        this.files = files;
        this.manager = NDManager.newBaseManager(Engine.getEngine("PyTorch").defaultDevice(), "PyTorch");
        BertWeights weights = read(files);
        this.words = BertLayer.array(weights.get("embeddings.word_embeddings.weight"), manager);
        // Every token is of type 0: its vector is part of every position's.
        NDArray type = BertLayer.array(weights.get("embeddings.token_type_embeddings.weight"), manager);
        this.positions = BertLayer.array(weights.get("embeddings.position_embeddings.weight"), manager)
                .add(type.get(0));
        this.norm = BertLayer.norm(weights, "embeddings.LayerNorm", manager);
        for (int i = 0; i < weights.layers(); i++) layers.add(new BertLayer(weights, i, files.heads(), manager));
        this.width = (int) words.getShape().get(1);
    }

    @Override
    public float[][] vectors(TokenBatch batch) {
        Shape shape = new Shape(batch.size(), batch.longest());
        try (NDManager pass = manager.newSubManager()) {
            NDArray ids = pass.create(batch.ids(), shape);
            NDArray tokens = pass.create(batch.mask(), shape).toType(DataType.FLOAT32, false);
            NDArray mask = tokens.sub(1).muli(-MASKED).reshape(batch.size(), 1, 1, batch.longest());
            NDArray x = norm.of(embed(ids, pass));
            for (BertLayer layer : layers) {
                NDArray next = layer.forward(x, mask);
                x.close();
                x = next;
            }
            return rows(pool(x, tokens).normalize(2, 1), batch.size());
        }
    }

    private NDArray embed(NDArray ids, NDManager pass) {
        // A look-up or slice of a weight belongs to the weight's manager, which is never closed, unless it is moved.
        NDArray word = Embedding.embedding(ids, words, SparseFormat.DENSE).singletonOrThrow();
        NDArray position = positions.get("0:" + ids.getShape().get(1));
        new NDList(word, position).attach(pass);
        return word.add(position);
    }

    private NDArray pool(NDArray hidden, NDArray tokens) {
        if (files.pooling() == Pooling.FIRST) return hidden.get(":, 0");
        return hidden.mul(tokens.expandDims(2)).sum(new int[] {1}).div(tokens.sum(new int[] {1}, true));
    }

    private float[][] rows(NDArray vectors, int rows) {
        float[] flat = vectors.toFloatArray();
        float[][] out = new float[rows][width];
        for (int i = 0; i < rows; i++) System.arraycopy(flat, i * width, out[i], 0, width);
        return out;
    }

    private static BertWeights read(EncoderFiles files) {
        try (InputStream onnx = files.openModel()) {
            return new BertWeights(ByteBuffer.wrap(onnx.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + files.name() + " cannot be read", e);
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String engine() {
        return "pytorch";
    }

    @Override
    public String device() {
        return manager.getDevice().getDeviceType().equals(Device.Type.GPU) ? "gpu" : "cpu";
    }

    @Override
    public void close() {
        manager.close();
    }
}
