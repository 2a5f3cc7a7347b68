package kefu.inference.encoder.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kefu.inference.encoder.BertShape;
import kefu.inference.encoder.weights.BertWeights;

/**
 * One layer of a BERT encoder. Query, key and value are one product; the scale of the scores is folded into the query.
 * Source: Devlin et al. 2019, post-norm, exact GELU.
 */
final class BertLayer {
    private final int heads;
    private final int width;
    private final NDArray qkv;
    private final NDArray qkvBias;
    private final NDArray output;
    private final NDArray outputBias;
    private final NDArray up;
    private final NDArray upBias;
    private final NDArray down;
    private final NDArray downBias;
    private final Norm afterAttention;
    private final Norm afterFeedForward;

    /** A layer norm's scale and shift. */
    record Norm(NDArray scale, NDArray shift, float epsilon) {
        NDArray of(NDArray x) {
            return LayerNorm.layerNorm(x, new Shape(scale.size()), scale, shift, epsilon)
                    .singletonOrThrow();
        }

        void weights(String name, BiConsumer<String, NDArray> to) {
            to.accept(name + ".weight", scale);
            to.accept(name + ".bias", shift);
        }
    }

    BertLayer(BertWeights weights, int index, BertShape shape, DataType type, NDManager manager) {
        String layer = "encoder.layer." + index + ".";
        String self = layer + "attention.self.";
        this.heads = shape.heads();
        this.width = (int) weights.get(self + "query.bias").shape()[0];
        if (heads <= 0 || width % heads != 0)
            throw new IllegalArgumentException("is " + width + " wide, which " + heads + " heads do not divide");
        float scale = scale();
        try (NDManager parts = manager.newSubManager()) {
            NDArray query = matrix(weights, self + "query", type, parts).mul(scale);
            NDArray key = matrix(weights, self + "key", type, parts);
            NDArray value = matrix(weights, self + "value", type, parts);
            this.qkv = query.concat(key, 0).concat(value, 0);
            qkv.attach(manager);
            NDArray queryBias =
                    array(weights.get(self + "query.bias"), type, parts).mul(scale);
            this.qkvBias = queryBias
                    .concat(array(weights.get(self + "key.bias"), type, parts), 0)
                    .concat(array(weights.get(self + "value.bias"), type, parts), 0);
            qkvBias.attach(manager);
        }
        this.output = matrix(weights, layer + "attention.output.dense", type, manager);
        this.outputBias = array(weights.get(layer + "attention.output.dense.bias"), type, manager);
        this.up = matrix(weights, layer + "intermediate.dense", type, manager);
        this.upBias = array(weights.get(layer + "intermediate.dense.bias"), type, manager);
        this.down = matrix(weights, layer + "output.dense", type, manager);
        this.downBias = array(weights.get(layer + "output.dense.bias"), type, manager);
        this.afterAttention = norm(weights, layer + "attention.output.LayerNorm", shape.epsilon(), type, manager);
        this.afterFeedForward = norm(weights, layer + "output.LayerNorm", shape.epsilon(), type, manager);
    }

    /**
     * @param x rows × tokens × width
     * @param mask rows × 1 × 1 × tokens, 0 for a token and very negative for padding; empty where nothing is padded
     * @param dropout share of each sublayer's results left out; 0 outside training
     */
    NDArray forward(NDArray x, Optional<NDArray> mask, float dropout) {
        NDArray attended =
                drop(linear(attention(x, mask), output, outputBias), dropout).addi(x);
        NDArray middle = afterAttention.of(attended);
        NDArray wide = Activation.gelu(linear(middle, up, upBias));
        NDArray narrow = drop(linear(wide, down, downBias), dropout).addi(middle);
        NDArray out = afterFeedForward.of(narrow);
        // The pass of 32 texts would otherwise hold some 100 MB until its end.
        new NDList(attended, middle, wide, narrow).close();
        return out;
    }

    private NDArray attention(NDArray x, Optional<NDArray> mask) {
        long rows = x.getShape().get(0);
        long tokens = x.getShape().get(1);
        NDList all = linear(x, qkv, qkvBias)
                .reshape(rows, tokens, 3L * heads, width / heads)
                .transpose(0, 2, 1, 3)
                .split(3, 1);
        NDArray scores = all.get(0).matMul(all.get(1).swapAxes(2, 3));
        mask.ifPresent(scores::addi);
        NDArray mixed = scores.softmax(-1).matMul(all.get(2));
        return mixed.transpose(0, 2, 1, 3).reshape(rows, tokens, width);
    }

    private static NDArray linear(NDArray x, NDArray matrix, NDArray bias) {
        return Linear.linear(x, matrix, bias).singletonOrThrow();
    }

    private static NDArray drop(NDArray x, float share) {
        return share == 0 ? x : Dropout.dropout(x, share, true).singletonOrThrow();
    }

    private float scale() {
        return (float) (1 / Math.sqrt((double) width / heads));
    }

    /** @return what training may change */
    List<NDArray> parameters() {
        return List.of(
                qkv,
                qkvBias,
                output,
                outputBias,
                up,
                upBias,
                down,
                downBias,
                afterAttention.scale(),
                afterAttention.shift(),
                afterFeedForward.scale(),
                afterFeedForward.shift());
    }

    /** Hands out this layer's weights by BERT's names, matrices out × in. */
    void weights(int index, BiConsumer<String, NDArray> to) {
        String layer = "encoder.layer." + index + ".";
        List<String> parts = List.of("query", "key", "value");
        for (int p = 0; p < parts.size(); p++) {
            String own = p * width + ":" + (p + 1) * width;
            float unscaled = p == 0 ? 1 / scale() : 1;
            String name = layer + "attention.self." + parts.get(p);
            to.accept(name + ".weight", qkv.get(own).mul(unscaled));
            to.accept(name + ".bias", qkvBias.get(own).mul(unscaled));
        }
        dense(layer + "attention.output.dense", output, outputBias, to);
        dense(layer + "intermediate.dense", up, upBias, to);
        dense(layer + "output.dense", down, downBias, to);
        afterAttention.weights(layer + "attention.output.LayerNorm", to);
        afterFeedForward.weights(layer + "output.LayerNorm", to);
    }

    private static void dense(String name, NDArray matrix, NDArray bias, BiConsumer<String, NDArray> to) {
        to.accept(name + ".weight", matrix);
        to.accept(name + ".bias", bias);
    }

    static Norm norm(BertWeights weights, String name, float epsilon, DataType type, NDManager manager) {
        return new Norm(
                array(weights.get(name + ".weight"), type, manager),
                array(weights.get(name + ".bias"), type, manager),
                epsilon);
    }

    /** @return out × in, in memory as well: the products read it row by row */
    private static NDArray matrix(BertWeights weights, String layer, DataType type, NDManager manager) {
        try (NDManager parts = manager.newSubManager()) {
            NDArray turned = array(weights.matrix(layer), parts).transpose();
            NDArray matrix = turned.flatten().reshape(turned.getShape()).toType(type, true);
            matrix.attach(manager);
            return matrix;
        }
    }

    static NDArray array(BertWeights.Tensor tensor, NDManager manager) {
        FloatBuffer data = tensor.data().duplicate();
        return manager.create(data, new Shape(tensor.shape()));
    }

    private static NDArray array(BertWeights.Tensor tensor, DataType type, NDManager manager) {
        return array(tensor, manager).toType(type, false);
    }
}
