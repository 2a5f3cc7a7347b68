package kefu.inference.encoder;

import java.util.List;
import java.util.function.Supplier;

/** Reads what a foreign graph gives: a vector for each token, which are pooled, or one for each text already. */
public final class Outputs {
    private Outputs() {}

    /** One of the things that a graph gives. @param values row by row, copied when asked for */
    public record Output(long[] shape, Supplier<float[]> values) {}

    /** @return a vector of unit length for each row @throws IllegalArgumentException when there is neither */
    public static float[][] vectors(List<Output> outputs, TokenBatch batch, EncoderFiles files) {
        for (Output output : outputs) {
            long[] shape = output.shape();
            if (shape.length == 3 && shape[1] == batch.longest())
                return files.pooling().of(output.values().get(), batch, (int) shape[2]);
        }
        for (Output output : outputs)
            if (output.shape().length == 2) return Pooling.units(output.values().get(), batch.size());
        throw new IllegalArgumentException(
                "encoder " + files.name() + " gives vectors neither for tokens nor for texts");
    }
}
