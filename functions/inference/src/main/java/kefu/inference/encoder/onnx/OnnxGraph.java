package kefu.inference.encoder.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings;

/** A graph that is ready to run. @param weights the mapped file that it reads its weights from, while it runs */
record OnnxGraph(OrtSession session, Optional<ByteBuffer> weights) {
    /** The JDK's: training and measuring have no other on their class path. */
    private static final System.Logger LOG = System.getLogger(OnnxGraph.class.getName());

    static OnnxGraph of(EncoderFiles files, EngineSettings settings) throws IOException, OrtException {
        NativeLibraries.unpack();
        Optional<OrtModelFile> prepared = OrtModelFile.of(files, settings).filter(OrtModelFile::isThere);
        if (prepared.isPresent()) {
            try {
                return prepared.get().load(settings.intraOpThreads());
            } catch (IOException | OrtException e) {
                LOG.log(
                        Level.WARNING,
                        "{0} cannot be used, and is made anew: {1}",
                        prepared.get().file(),
                        e.getMessage());
                prepared.get().delete();
            }
        }
        try (SessionOptions options = options(settings.intraOpThreads())) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            if (files.folder().isPresent()) {
                // By its path, so that weights which lie in a file beside the graph are found too.
                Path file = files.folder().get().resolve(files.model());
                return new OnnxGraph(environment.createSession(file.toString(), options), Optional.empty());
            }
            return new OnnxGraph(environment.createSession(files.modelBytes(), options), Optional.empty());
        }
    }

    static SessionOptions options(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        // Threads that spin while they wait make a pass many times slower where processors are shared or limited.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
