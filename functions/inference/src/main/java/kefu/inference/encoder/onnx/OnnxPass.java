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
import java.util.Map;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.ForwardPass;
import kefu.inference.encoder.TokenBatch;

/** Runs an encoder's ONNX graph as it is. */
public final class OnnxPass implements ForwardPass {
    private final EncoderFiles files;
    private final Model model;
    private final Predictor<NDList, NDList> predictor;
    private final int width;

    /** @param threads threads a pass may use */
    public OnnxPass(EncoderFiles files, int threads) {
        this.files = files;
        this.model = Model.newInstance(files.name(), "OnnxRuntime");
        try (InputStream onnx = files.openModel();
                SessionOptions options = new SessionOptions()) {
            // Threads that spin while they wait make a pass many times slower where processors are shared or limited.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            model.load(
                    onnx,
                    Map.of(
                            "sessionOptions",
                            options,
                            "intraOpNumThreads",
                            String.valueOf(threads),
                            "interOpNumThreads",
                            "1"));
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + files.name() + " cannot be read", e);
        } catch (MalformedModelException | OrtException e) {
            throw new IllegalStateException("encoder " + files.name() + " is no ONNX model", e);
        }
        this.predictor = model.newPredictor(new NoopTranslator(null));
        this.width = vectors(new TokenBatch(new long[][] {{0}}))[0].length;
    }

    @Override
    public float[][] vectors(TokenBatch batch) {
        Shape shape = new Shape(batch.size(), batch.longest());
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList inputs = new NDList(
                    manager.create(batch.ids(), shape),
                    manager.create(batch.mask(), shape),
                    manager.create(new long[(int) shape.size()], shape));
            NDList outputs = predictor.predict(inputs);
            try (outputs) {
                Shape hidden = outputs.head().getShape();
                return files.pooling().of(outputs.head().toFloatArray(), batch, (int) hidden.get(2));
            }
        } catch (TranslateException e) {
            throw new IllegalStateException("encoder " + files.name() + " failed", e);
        }
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
