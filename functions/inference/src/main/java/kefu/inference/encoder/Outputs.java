package kefu.inference.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/** Reads what a foreign graph gives: a vector for each token, which are pooled, or one for each text already. */
public final class Outputs {
    private Outputs() {}

    /** @return a vector of unit length for each row @throws IllegalArgumentException when there is neither */
    public static float[][] vectors(NDList outputs, TokenBatch batch, EncoderFiles files) {
        for (NDArray output : outputs) {
            Shape shape = output.getShape();
            if (shape.dimension() == 3 && shape.get(1) == batch.longest())
                return files.pooling().of(output.toFloatArray(), batch, (int) shape.get(2));
        }
        for (NDArray output : outputs)
            if (output.getShape().dimension() == 2) return Pooling.units(output.toFloatArray(), batch.size());
        throw new IllegalArgumentException(
                "encoder " + files.name() + " gives vectors neither for tokens nor for texts");
    }
}
