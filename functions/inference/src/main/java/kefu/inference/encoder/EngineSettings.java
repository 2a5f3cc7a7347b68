package kefu.inference.encoder;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an encoder runs on, and how.
 *
 * @param threads of a CPU that an encoder takes at most
 * @param mostRows texts in one pass at most; fewer where passes run side by side
 * @param prepared folder where encoders are kept as ONNX Runtime reads them fastest; without it they are read out of the
 *     program each time
 */
public record EngineSettings(
        Engine engine, Device device, Precision precision, int threads, int mostRows, Optional<Path> prepared) {
    private static final int USUAL_ROWS = 64;
    /** At the same time: more of fewer threads each would only make a text alone wait longer. */
    private static final int PASSES = 2;

    /** Which engine. */
    public enum Engine {
        /** PyTorch on a GPU, at a lower precision and for what only it reads; else ONNX Runtime. */
        AUTO,
        ONNX,
        PYTORCH
    }

    /** Which processor. */
    public enum Device {
        /** A GPU where there is one that the engine can use. */
        AUTO,
        CPU,
        GPU
    }

    /** What numbers are calculated in. */
    public enum Precision {
        FP32,
        FP16
    }

    public EngineSettings {
        if (threads < 1) throw new IllegalArgumentException("an encoder needs a thread, not " + threads);
        if (mostRows < 1) throw new IllegalArgumentException("a pass takes a text or more, not " + mostRows);
        if (engine == Engine.ONNX && device == Device.GPU)
            throw new IllegalArgumentException("the engine onnx runs on a CPU: use pytorch, or auto, on a GPU");
        if (engine == Engine.ONNX && precision != Precision.FP32)
            throw new IllegalArgumentException("the engine onnx calculates in fp32: use pytorch, or auto, for "
                    + precision.name().toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * @return how many passes run at the same time where an engine can do that: on two cores two of one thread each take
     *     more texts a second than one of both, and a text alone takes a fifth longer in about half the processor time
     */
    public int concurrentPasses() {
        return Math.min(PASSES, threads);
    }

    /** @return threads of each of several {@linkplain #concurrentPasses passes} */
    public int intraOpThreads() {
        return threads / concurrentPasses();
    }

    /** An engine as it is where nothing else is said. */
    public static EngineSettings usual(Engine engine, int threads) {
        return new EngineSettings(engine, Device.AUTO, Precision.FP32, threads, USUAL_ROWS, Optional.empty());
    }
}
