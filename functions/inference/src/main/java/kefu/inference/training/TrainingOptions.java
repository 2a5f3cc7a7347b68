package kefu.inference.training;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What training and evaluation are both told. */
final class TrainingOptions {
    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            description = "CSV files with the columns text and label (emotion and batch are read too).")
    List<Path> data;

    @Option(names = "--batches", description = "Each file has one source: hold files out whole, to measure honestly.")
    boolean batches;

    @Option(names = "--language", description = "en or zh; by default that of most texts.")
    String language;

    @Option(names = "--no-encoder", description = "Use n-grams alone.")
    boolean noEncoder;

    @Option(names = "--engine", defaultValue = "auto", description = "onnx, pytorch or auto.")
    String engine;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of everything random (default ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--threads", description = "Threads to use; by default all.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    boolean json;
}
