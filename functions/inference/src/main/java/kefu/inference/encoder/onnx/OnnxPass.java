package kefu.inference.encoder.onnx;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.ForwardPass;
import kefu.inference.encoder.Outputs;
import kefu.inference.encoder.TokenBatch;

/** Runs an encoder's ONNX graph as it is. */
public final class OnnxPass implements ForwardPass {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final Set<String> INPUTS = Set.of(IDS, MASK, "token_type_ids");

    private final EncoderFiles files;
    private final Model model;
    private final Predictor<NDList, NDList> predictor;
    private final List<String> inputs;
    private final int width;

    /** @param threads threads a pass may use */
    public OnnxPass(EncoderFiles files, int threads) {
        this.files = files;
        this.model = Model.newInstance(files.name(), "OnnxRuntime");
        try (SessionOptions options = new SessionOptions()) {
            // Threads that spin while they wait make a pass many times slower where processors are shared or limited.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            load(Map.of(
                    "sessionOptions", options, "intraOpNumThreads", String.valueOf(threads), "interOpNumThreads", "1"));
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + files.name() + " cannot be read", e);
        } catch (MalformedModelException | OrtException e) {
            throw new IllegalArgumentException(
                    "encoder " + files.name() + ": " + files.model() + " is no ONNX model", e);
        }
        this.inputs = model.describeInput().keys();
        for (String input : inputs)
            if (!INPUTS.contains(input))
                throw new IllegalArgumentException(
                        "encoder " + files.name() + " asks for an input " + input + ", and there are only " + INPUTS);
        this.predictor = model.newPredictor(new NoopTranslator(null));
        this.width = vectors(new TokenBatch(new long[][] {{0}}))[0].length;
    }

    /** From a folder, weights that lie in a file beside the graph are found too. */
    private void load(Map<String, Object> options) throws IOException, MalformedModelException {
        if (files.folder().isPresent()) {
            Path file = files.folder().get().resolve(files.model());
            model.load(file.getParent(), file.getFileName().toString(), options);
            return;
        }
        try (InputStream onnx = files.openModel()) {
            model.load(onnx, options);
        }
    }

    @Override
    public float[][] vectors(TokenBatch batch) {
        Shape shape = new Shape(batch.size(), batch.longest());
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList given = new NDList();
            for (String input : inputs) given.add(manager.create(input(input, batch), shape));
            try (NDList outputs = predictor.predict(given)) {
                return Outputs.vectors(outputs, batch, files);
            }
        } catch (TranslateException e) {
            throw new IllegalStateException("encoder " + files.name() + " failed", e);
        }
    }

    private static long[] input(String name, TokenBatch batch) {
        return switch (name) {
            case IDS -> batch.ids();
            case MASK -> batch.mask();
            default -> new long[batch.size() * batch.longest()];
        };
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String engine() {
        return "onnx";
    }

    @Override
    public String device() {
        return "cpu";
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }
}
