package kefu.inference.encoder;

import ai.djl.util.cuda.CudaUtils;
import kefu.inference.encoder.onnx.OnnxPass;
import kefu.inference.encoder.pytorch.PytorchPass;

/** Chooses the engine by what there is: PyTorch on a GPU, ONNX Runtime on a CPU. */
public final class Engines {
    private Engines() {}

    /**
     * Sets what DJL reads once, before its first engine starts. Where the caller has set something, that stays.
     *
     * @param threads for one pass
     */
    public static void prepare(int threads) {
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
        setIfAbsent("ai.djl.pytorch.num_threads", String.valueOf(threads));
        // ONNX Runtime would start PyTorch beside it for operations on its arrays; none are used.
        setIfAbsent("ai.djl.onnx.disable_alternative", "true");
    }

    /**
     * @param engine {@code onnx}, {@code pytorch} or {@code auto}
     * @param longest tokens kept of a text
     */
    public static Encoder open(EncoderFiles files, String engine, int threads, int longest) {
        prepare(threads);
        ForwardPass pass = switch (engine) {
            case "onnx" -> new OnnxPass(files, threads);
            case "pytorch" -> new PytorchPass(files);
            case "auto" -> gpus() > 0 ? new PytorchPass(files) : new OnnxPass(files, threads);
            default -> throw new IllegalArgumentException("engine is auto, onnx or pytorch, not " + engine);
        };
        return new Encoder(files, pass, longest);
    }

    private static int gpus() {
        return CudaUtils.getGpuCount();
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }
}
