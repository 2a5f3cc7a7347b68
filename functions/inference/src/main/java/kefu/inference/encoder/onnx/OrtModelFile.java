package kefu.inference.encoder.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings;

/**
 * An encoder in ONNX Runtime's own format: its weights are read where the file is mapped, and neither inflated, nor parsed,
 * nor copied at a start.
 *
 * @param file named after the jar that the encoder came in and the version of ONNX Runtime
 */
record OrtModelFile(Path file) {
    private static final String ENDING = ".ort";

    /** @return where it is, or would be; empty without a folder, and for an encoder that has a folder of its own */
    static Optional<OrtModelFile> of(EncoderFiles files, EngineSettings settings) {
        if (settings.prepared().isEmpty() || files.folder().isPresent()) return Optional.empty();
        return files.source().map(source -> {
            NativeLibraries.unpack();
            String version = OrtEnvironment.getEnvironment().getVersion();
            Path folder = settings.prepared().get().resolve(files.name());
            return new OrtModelFile(folder.resolve(source + "-onnxruntime-" + version + ENDING));
        });
    }

    boolean isThere() {
        return Files.exists(file);
    }

    OnnxGraph load(int threads) throws IOException, OrtException {
        ByteBuffer mapped;
        try (FileChannel channel = FileChannel.open(file)) {
            mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
        try (SessionOptions options = OnnxGraph.options(threads)) {
            options.addConfigEntry("session.load_model_format", "ORT");
            options.addConfigEntry("session.use_ort_model_bytes_directly", "1");
            options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
            OrtSession session = OrtEnvironment.getEnvironment().createSession(mapped, options);
            return new OnnxGraph(session, Optional.of(mapped));
        }
    }

    /** Writes it where it is not there yet, and removes those of other versions. It has its name once it is whole. */
    void write(EncoderFiles files) throws IOException, OrtException {
        if (isThere()) return;
        Files.createDirectories(file.getParent());
        // Not named by the process: in containers all have the same number.
        Path part = Files.createTempFile(file.getParent(), "", ".part");
        try {
            try (SessionOptions options = OnnxGraph.options(1)) {
                // What every processor can run; on a BERT, optimising for this one would change nothing.
                options.setOptimizationLevel(OptLevel.EXTENDED_OPT);
                options.addConfigEntry("session.save_model_format", "ORT");
                options.setOptimizedModelFilePath(part.toString());
                OrtEnvironment.getEnvironment()
                        .createSession(files.modelBytes(), options)
                        .close();
            }
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path other : others()) Files.deleteIfExists(other);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Removes changed encoders that no model is beside any more. @param names of the encoders that stay */
    static void removeOthers(Path prepared, Set<String> names) throws IOException {
        if (!Files.isDirectory(prepared)) return;
        List<Path> folders;
        try (Stream<Path> all = Files.list(prepared)) {
            folders = all.filter(folder ->
                            EncoderFiles.isChanged(folder.getFileName().toString()))
                    .filter(folder -> !names.contains(folder.getFileName().toString()))
                    .toList();
        }
        for (Path folder : folders) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.toList();
            }
            // Another process may be about to write one there.
            if (!files.stream().allMatch(file -> file.toString().endsWith(ENDING))) continue;
            for (Path file : files) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private List<Path> others() throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.filter(other -> other.toString().endsWith(ENDING))
                    .filter(other -> !other.equals(file))
                    .toList();
        }
    }
}
