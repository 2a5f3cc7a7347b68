package kefu.inference.encoder;

/** One pass through an encoder's layers, on some engine. */
public interface ForwardPass extends AutoCloseable {
    /** @return one vector of unit length for each row of the batch */
    float[][] vectors(TokenBatch batch);

    /** @return how many threads may ask for vectors at the same time */
    int concurrency();

    /** @return how wide a vector is */
    int width();

    /** @return {@code onnx} or {@code pytorch} */
    String engine();

    /** @return {@code cpu} or {@code gpu} */
    String device();

    @Override
    void close();
}
