package kefu.inference.encoder.pytorch;

/**
 * How an encoder is trained.
 *
 * @param layers how many, counted from the last
 * @param epochs at most
 * @param batch texts in a step
 * @param rate highest learning rate of the encoder's weights
 * @param headRate that of the head beside it
 * @param dropout share left out
 * @param smoothing share of certainty given to all labels alike (Szegedy et al. 2016)
 * @param patience epochs without a gain after which training stops
 */
public record FineTuneSettings(
        int layers,
        int epochs,
        int batch,
        float rate,
        float headRate,
        float dropout,
        float smoothing,
        int patience,
        long seed) {

    /** What is usual for a small encoder. @param layers how many to train, counted from the last */
    public static FineTuneSettings usual(int layers, int epochs, long seed) {
        return new FineTuneSettings(layers, epochs, 32, 1e-4f, 5e-3f, 0.1f, 0.1f, 1, seed);
    }
}
