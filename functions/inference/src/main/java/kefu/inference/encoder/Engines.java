package kefu.inference.encoder;

import ai.djl.util.cuda.CudaUtils;
import kefu.inference.encoder.EncoderFiles.Format;
import kefu.inference.encoder.onnx.OnnxPass;
import kefu.inference.encoder.pytorch.PytorchPass;
import kefu.inference.encoder.pytorch.TorchscriptPass;

/** Chooses the engine by what there is: PyTorch on a GPU, ONNX Runtime on a CPU, and PyTorch for what only it reads. */
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
     * @throws IllegalArgumentException when the files cannot be used, or not by that engine
     */
    public static Encoder open(EncoderFiles files, String engine, int threads, int longest) {
        prepare(threads);
        return new Encoder(files, pass(files, engine, threads), longest);
    }

    private static ForwardPass pass(EncoderFiles files, String engine, int threads) {
        boolean onnx = switch (engine) {
            case "onnx" -> true;
            case "pytorch" -> false;
            case "auto" ->
                files.format() == Format.ONNX && (gpus() == 0 || files.shape().isEmpty());
            default -> throw new IllegalArgumentException("engine is auto, onnx or pytorch, not " + engine);
        };
        if (onnx && files.format() != Format.ONNX)
            throw new IllegalArgumentException(
                    "encoder " + files.name() + " has no ONNX file: use the engine pytorch, or auto");
        if (onnx) return new OnnxPass(files, threads);
        return files.format() == Format.TORCHSCRIPT ? new TorchscriptPass(files) : new PytorchPass(files);
    }

    private static int gpus() {
        return CudaUtils.getGpuCount();
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }
}
