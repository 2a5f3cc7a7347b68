package kefu.inference.encoder.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import java.nio.FloatBuffer;

/**
 * One layer of a BERT encoder. Query, key and value are one product; the scale of the scores is folded into the query.
 * Source: Devlin et al. 2019, post-norm, exact GELU.
 */
final class BertLayer {
    private static final float EPSILON = 1e-12f;

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
    record Norm(NDArray scale, NDArray shift) {
        NDArray of(NDArray x) {
            return LayerNorm.layerNorm(x, new Shape(scale.size()), scale, shift, EPSILON)
                    .singletonOrThrow();
        }
    }

    BertLayer(BertWeights weights, int index, int heads, NDManager manager) {
        String layer = "encoder.layer." + index + ".";
        String self = layer + "attention.self.";
        this.heads = heads;
        this.width = (int) weights.get(self + "query.bias").shape()[0];
        float scale = (float) (1 / Math.sqrt((double) width / heads));
        NDArray query = array(weights.matrix(self + "query"), manager).mul(scale);
        NDArray key = array(weights.matrix(self + "key"), manager);
        NDArray value = array(weights.matrix(self + "value"), manager);
        this.qkv = query.concat(key, 1).concat(value, 1);
        NDArray queryBias = array(weights.get(self + "query.bias"), manager).mul(scale);
        this.qkvBias = queryBias
                .concat(array(weights.get(self + "key.bias"), manager), 0)
                .concat(array(weights.get(self + "value.bias"), manager), 0);
        this.output = array(weights.matrix(layer + "attention.output.dense"), manager);
        this.outputBias = array(weights.get(layer + "attention.output.dense.bias"), manager);
        this.up = array(weights.matrix(layer + "intermediate.dense"), manager);
        this.upBias = array(weights.get(layer + "intermediate.dense.bias"), manager);
        this.down = array(weights.matrix(layer + "output.dense"), manager);
        this.downBias = array(weights.get(layer + "output.dense.bias"), manager);
        this.afterAttention = norm(weights, layer + "attention.output.LayerNorm", manager);
        this.afterFeedForward = norm(weights, layer + "output.LayerNorm", manager);
    }

    /**
     * @param x rows × tokens × width
     * @param mask rows × 1 × 1 × tokens, 0 for a token and very negative for padding
     */
    NDArray forward(NDArray x, NDArray mask) {
        NDArray attended = attention(x, mask).matMul(output).addi(outputBias).addi(x);
        NDArray middle = afterAttention.of(attended);
        NDArray wide = Activation.gelu(middle.matMul(up).addi(upBias));
        NDArray narrow = wide.matMul(down).addi(downBias).addi(middle);
        NDArray out = afterFeedForward.of(narrow);
        // The pass of 32 texts would otherwise hold some 100 MB until its end.
        new NDList(attended, middle, wide, narrow).close();
        return out;
    }

    private NDArray attention(NDArray x, NDArray mask) {
        long rows = x.getShape().get(0);
        long tokens = x.getShape().get(1);
        NDArray all = x.matMul(qkv)
                .addi(qkvBias)
                .reshape(rows, tokens, 3, heads, width / heads)
                .transpose(2, 0, 3, 1, 4);
        NDArray scores = all.get(0).matMul(all.get(1).swapAxes(2, 3)).addi(mask).softmax(-1);
        NDArray mixed = scores.matMul(all.get(2));
        return mixed.transpose(0, 2, 1, 3).reshape(rows, tokens, width);
    }

    static Norm norm(BertWeights weights, String name, NDManager manager) {
        return new Norm(array(weights.get(name + ".weight"), manager), array(weights.get(name + ".bias"), manager));
    }

    static NDArray array(BertWeights.Tensor tensor, NDManager manager) {
        FloatBuffer data = tensor.data().duplicate();
        return manager.create(data, new Shape(tensor.shape()));
    }
}
