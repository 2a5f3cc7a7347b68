package kefu.inference.bench;

import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kefu.inference.encoder.Encoder;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.EngineSettings.Device;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.EngineSettings.Precision;
import kefu.inference.encoder.Engines;
import kefu.inference.text.Normalise;

/**
 * Every engine and precision that a CPU can use, with one thread and with all, which ONNX Runtime divides among its passes:
 * a text alone, and lists of 32.
 */
record EngineTable(int threads, int runs) {
    private static final int TOKENS = 64;
    /** In half the bits a CPU takes ten times as long. */
    private static final int FEWER = 10;

    /** @param one milliseconds of a text alone @param many texts a second in lists of 32 */
    record Row(String engine, int threads, double one, double many) {
        @Override
        public String toString() {
            return "%-20s %2d %10.2f %12.0f".formatted(engine, threads, one, many);
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int with : Stream.of(1, threads).distinct().toList()) {
            rows.add(row(Engine.ONNX, Precision.FP32, with, runs));
            rows.add(row(Engine.PYTORCH, Precision.FP32, with, runs));
            rows.add(row(Engine.PYTORCH, Precision.FP16, with, Math.max(1, runs / FEWER)));
        }
        return rows;
    }

    private static Row row(Engine engine, Precision precision, int threads, int runs) {
        List<String> one = List.of(Normalise.text(Parts.ENGLISH));
        List<String> list = IntStream.range(0, OverHttp.LIST)
                .mapToObj(i -> one.getFirst() + " " + i)
                .toList();
        EngineSettings settings =
                new EngineSettings(engine, Device.CPU, precision, threads, OverHttp.LIST, Optional.empty());
        try (Encoder encoder = Engines.open(EncoderFiles.english(), settings, TOKENS)) {
            // PyTorch's threads are its process's: those of the engine opened first, until it is told otherwise.
            if (engine == Engine.PYTORCH) JniUtils.setNumThreads(threads);
            Timing alone = Timing.of(runs, () -> encoder.encode(one));
            Timing together = Timing.of(Math.max(1, runs / FEWER), () -> encoder.encode(list));
            return new Row(
                    (engine + " " + precision).toLowerCase(Locale.ROOT),
                    threads,
                    alone.median(),
                    OverHttp.LIST * 1000 / together.median());
        }
    }
}
