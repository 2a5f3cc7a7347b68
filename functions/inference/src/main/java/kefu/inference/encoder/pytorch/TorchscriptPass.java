package kefu.inference.encoder.pytorch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.ForwardPass;
import kefu.inference.encoder.Outputs;
import kefu.inference.encoder.Outputs.Output;
import kefu.inference.encoder.TokenBatch;

/** Runs a TorchScript module that takes ids and mask, and token types where it was traced with them. */
public final class TorchscriptPass implements ForwardPass {
    private final EncoderFiles files;
    private final Model model;
    private final Predictor<NDList, NDList> predictor;
    private final boolean types;
    private final int width;

    /** @param gpu whether it runs on a GPU @throws IllegalArgumentException when the file is no such module */
    public TorchscriptPass(EncoderFiles files, boolean gpu) {
        this.files = files;
        this.model = Model.newInstance(files.name(), gpu ? Device.gpu() : Device.cpu(), "PyTorch");
        try (InputStream script = files.openModel()) {
            model.load(script);
        } catch (IOException e) {
            throw new UncheckedIOException("encoder " + files.name() + " cannot be read", e);
        } catch (MalformedModelException | EngineException e) {
            throw new IllegalArgumentException(
                    "encoder " + files.name() + ": " + files.model() + " is no TorchScript module", e);
        }
        this.predictor = model.newPredictor(new NoopTranslator(null));
        this.types = !takes(false);
        if (types && !takes(true))
            throw new IllegalArgumentException("encoder " + files.name() + ": " + files.model()
                    + " takes neither ids and mask nor ids, mask and token types");
        this.width = vectors(new TokenBatch(new long[][] {{0, 0}}))[0].length;
    }

    private boolean takes(boolean withTypes) {
        try {
            run(new TokenBatch(new long[][] {{0, 0}}), withTypes);
            return true;
        } catch (TranslateException refused) {
            return false;
        }
    }

    @Override
    public float[][] vectors(TokenBatch batch) {
        try {
            return run(batch, types);
        } catch (TranslateException e) {
            throw new IllegalStateException("encoder " + files.name() + " failed", e);
        }
    }

    private float[][] run(TokenBatch batch, boolean withTypes) throws TranslateException {
        Shape shape = new Shape(batch.size(), batch.longest());
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDList given = new NDList(manager.create(batch.ids(), shape), manager.create(batch.mask(), shape));
            if (withTypes) given.add(manager.create(new long[(int) shape.size()], shape));
            try (NDList outputs = predictor.predict(given)) {
                return Outputs.vectors(
                        outputs.stream()
                                .map(o -> new Output(o.getShape().getShape(), o::toFloatArray))
                                .toList(),
                        batch,
                        files);
            }
        }
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String engine() {
        return "pytorch";
    }

    @Override
    public String device() {
        return model.getNDManager().getDevice().getDeviceType().equals(Device.Type.GPU) ? "gpu" : "cpu";
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }
}
