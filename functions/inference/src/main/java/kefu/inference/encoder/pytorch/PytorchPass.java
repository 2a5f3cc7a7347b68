package kefu.inference.encoder.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings.Precision;
import kefu.inference.encoder.ForwardPass;
import kefu.inference.encoder.TokenBatch;

/** Runs a BERT encoder on PyTorch, on a GPU where there is one. */
public final class PytorchPass implements ForwardPass {
    private final BertModel model;

    /** @param gpu whether it runs on a GPU */
    public PytorchPass(EncoderFiles files, Precision precision, boolean gpu) {
        this.model = new BertModel(files, type(precision), gpu ? Device.gpu() : Device.cpu());
    }

    private static DataType type(Precision precision) {
        return switch (precision) {
            case FP32 -> DataType.FLOAT32;
            case FP16 -> DataType.FLOAT16;
        };
    }

    @Override
    public float[][] vectors(TokenBatch batch) {
        try (NDManager pass = model.manager().newSubManager()) {
            return rows(model.vectors(batch, pass, 0).toFloatArray(), batch.size());
        }
    }

    private float[][] rows(float[] flat, int rows) {
        int width = model.width();
        float[][] out = new float[rows][width];
        for (int i = 0; i < rows; i++) System.arraycopy(flat, i * width, out[i], 0, width);
        return out;
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public int width() {
        return model.width();
    }

    @Override
    public String engine() {
        return "pytorch";
    }

    @Override
    public String device() {
        return model.manager().getDevice().getDeviceType().equals(Device.Type.GPU) ? "gpu" : "cpu";
    }

    @Override
    public void close() {
        model.close();
    }
}
