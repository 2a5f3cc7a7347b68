package kefu.inference.bench;

import kefu.inference.encoder.EncoderFiles;
import kefu.inference.encoder.EngineSettings;
import kefu.inference.encoder.EngineSettings.Engine;
import kefu.inference.encoder.ForwardPass;
import kefu.inference.encoder.TokenBatch;
import kefu.inference.encoder.Tokenizer;
import kefu.inference.encoder.onnx.OnnxPass;

/** The forward pass of one text and nothing else, its tokens known. */
final class PassAlone implements AutoCloseable {
    private final ForwardPass pass;
    private final TokenBatch batch;

    /** @param text normalised */
    PassAlone(EncoderFiles files, String text, int longest, int threads) {
        try (Tokenizer tokenizer = new Tokenizer(files, longest)) {
            this.batch = new TokenBatch(new long[][] {tokenizer.ids(text)});
        }
        this.pass = new OnnxPass(files, EngineSettings.usual(Engine.ONNX, threads));
    }

    void run() {
        pass.vectors(batch);
    }

    @Override
    public void close() {
        pass.close();
    }
}
