package kefu.inference.bench;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import kefu.inference.encoder.TokenBatch;

/** A TorchScript module and one batch, ready to be run: PyTorch without anything of Kefu around it. */
final class BareModule implements AutoCloseable {
    private final Model model;
    private final Predictor<NDList, NDList> predictor;
    private final NDList given;

    BareModule(Path file, TokenBatch batch) throws IOException {
        this.model = Model.newInstance("bare", "PyTorch");
        try {
            model.load(file.getParent(), file.getFileName().toString());
        } catch (MalformedModelException e) {
            throw new IllegalStateException(e);
        }
        this.predictor = model.newPredictor(new NoopTranslator(null));
        Shape shape = new Shape(batch.size(), batch.longest());
        this.given = new NDList(
                model.getNDManager().create(batch.ids(), shape),
                model.getNDManager().create(batch.mask(), shape));
    }

    void run() {
        try {
            predictor.predict(given).close();
        } catch (TranslateException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }
}
