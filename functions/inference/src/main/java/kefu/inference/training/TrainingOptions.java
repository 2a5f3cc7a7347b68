package kefu.inference.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kefu.inference.encoder.EngineSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What training and evaluation are both told. */
final class TrainingOptions {
    @Option(
            names = "--data",
            arity = "1..*",
            description = "CSV files with the columns text and label (emotion and batch are read too).")
    List<Path> data = List.of();

    @Option(names = "--batches", description = "Each file has one source: hold files out whole, to measure honestly.")
    boolean batches;

    @Option(names = "--language", description = "en or zh; by default that of most texts.")
    String language;

    @Option(names = "--no-encoder", description = "Use n-grams alone.")
    boolean noEncoder;

    @Option(
            names = "--encoder",
            paramLabel = "DIR",
            description =
                    "Folder of another encoder: tokenizer.json with model.onnx, model.safetensors and config.json,"
                            + " or a TorchScript .pt; or what --fine-tune wrote.")
    Optional<Path> encoder = Optional.empty();

    @Option(
            names = "--fine-tune",
            arity = "0..1",
            fallbackValue = "1000",
            paramLabel = "LAYERS",
            description = "Train the encoder too: so many of its upper layers, or all of them.")
    int fineTune;

    @Option(
            names = "--epochs",
            defaultValue = "4",
            description = "Most epochs of --fine-tune (default ${DEFAULT-VALUE}).")
    int epochs;

    @Option(
            names = "--engine",
            defaultValue = "auto",
            converter = EngineName.class,
            description = "onnx, pytorch or auto.")
    EngineSettings.Engine engine;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of everything random (default ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--threads", description = "Threads to use; by default all.")
    int threads = Runtime.getRuntime().availableProcessors();

    /** Engines as the command line names them, in lower case. */
    static final class EngineName implements ITypeConverter<EngineSettings.Engine> {
        @Override
        public EngineSettings.Engine convert(String name) {
            for (EngineSettings.Engine engine : EngineSettings.Engine.values())
                if (engine.name().equalsIgnoreCase(name)) return engine;
            throw new TypeConversionException("an engine is onnx, pytorch or auto, not " + name);
        }
    }

    /** @return the files to learn from @throws IllegalArgumentException without any */
    List<Path> data() {
        if (data.isEmpty()) throw new IllegalArgumentException("--data is missing: CSV files with text and label");
        if (fineTune > 0 && noEncoder) throw new IllegalArgumentException("--fine-tune needs an encoder");
        return data;
    }

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    boolean json;
}
