package kefu.inference.encoder;

import ai.djl.engine.StandardCapabilities;
import ai.djl.util.cuda.CudaUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kefu.inference.encoder.EncoderFiles.Format;
import kefu.inference.encoder.EngineSettings.Device;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.EngineSettings.Precision;
import kefu.inference.encoder.onnx.OnnxPass;
import kefu.inference.encoder.pytorch.PytorchPass;
import kefu.inference.encoder.pytorch.TorchscriptPass;

/** Chooses the engine by what there is: PyTorch on a GPU, ONNX Runtime on a CPU, and PyTorch for what only it reads. */
public final class Engines {
    /** Devices of NVIDIA's driver for Linux, and of Windows' for Linux on it. */
    private static final List<Path> DRIVER = List.of(Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

    private Engines() {}

    /**
     * Sets what DJL reads once, before its first engine starts. Where the caller has set something, that stays.
     *
     * @param threads of a PyTorch pass
     */
    public static void prepare(int threads) {
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("ai.djl.pytorch.num_interop_threads", "1");
        setIfAbsent("ai.djl.pytorch.num_threads", String.valueOf(threads));
        if (hasDriver()) return;
        // DJL asks CUDA by JNA all the same, which would unpack a library and run ldconfig, a tenth of a start.
        setIfAbsent("jna.nosys", "true");
        setIfAbsent("jna.noclasspath", "true");
    }

    /**
     * @param longest tokens kept of a text
     * @throws IllegalArgumentException when the files cannot be used, or not by that engine
     * @throws IllegalStateException when a GPU is asked for and there is none to use
     */
    public static Encoder open(EncoderFiles files, EngineSettings settings, int longest) {
        prepare(settings.threads());
        return new Encoder(files, pass(files, settings), longest, settings.mostRows());
    }

    /** Keeps an encoder that comes with Kefu as a later start reads it fastest, where its engine and settings allow. */
    public static void keep(EncoderFiles files, EngineSettings settings) {
        if (onnx(files, settings)) OnnxPass.keep(files, settings);
    }

    /** Removes what is kept of changed encoders that no model is beside any more. @param names of the encoders that stay */
    public static void keepOnly(Set<String> names, EngineSettings settings) {
        OnnxPass.keepOnly(names, settings);
    }

    /** @throws IllegalStateException when a GPU is asked for and there is none to use */
    public static void check(EngineSettings settings) {
        prepare(settings.threads());
        if (settings.device() == Device.GPU && !gpu())
            throw new IllegalStateException("a GPU is asked for, and PyTorch finds none that it can use");
    }

    private static ForwardPass pass(EncoderFiles files, EngineSettings settings) {
        check(settings);
        if (onnx(files, settings)) return new OnnxPass(files, settings);
        boolean gpu = settings.device() != Device.CPU && gpu();
        if (files.format() != Format.TORCHSCRIPT) return new PytorchPass(files, settings.precision(), gpu);
        if (settings.precision() != Precision.FP32)
            throw new IllegalArgumentException(
                    "encoder " + files.name() + " is a TorchScript module, which is as precise"
                            + " as it was saved: leave the precision fp32, not "
                            + settings.precision().name().toLowerCase(Locale.ROOT));
        return new TorchscriptPass(files, gpu);
    }

    private static boolean onnx(EncoderFiles files, EngineSettings settings) {
        boolean readable = files.format() == Format.ONNX;
        if (settings.engine() == Engine.ONNX && !readable)
            throw new IllegalArgumentException(
                    "encoder " + files.name() + " has no ONNX file: use the engine pytorch, or auto");
        if (settings.engine() != Engine.AUTO || !readable) return settings.engine() == Engine.ONNX;
        if (settings.device() == Device.GPU || settings.precision() != Precision.FP32) return false;
        return files.shape().isEmpty() || settings.device() == Device.CPU || !gpu();
    }

    /** Whether there is a GPU, and PyTorch's libraries are those for one; neither is loaded where there is no driver. */
    private static boolean gpu() {
        return UsableGpu.PRESENT;
    }

    /** Looked for once, and not before somebody may want it. */
    private static final class UsableGpu {
        static final boolean PRESENT = hasDriver()
                && CudaUtils.getGpuCount() > 0
                && ai.djl.engine.Engine.getEngine("PyTorch").hasCapability(StandardCapabilities.CUDA);
    }

    private static boolean hasDriver() {
        return !System.getProperty("os.name").startsWith("Linux")
                || DRIVER.stream().anyMatch(Files::exists);
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) System.setProperty(name, value);
    }
}
