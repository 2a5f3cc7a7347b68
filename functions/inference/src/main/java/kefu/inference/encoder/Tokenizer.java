package kefu.inference.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Cuts a text into the tokens an encoder knows, at most a given number. Safe for several threads. */
final class Tokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    /** @param longest tokens kept of a text, the first and last marks included */
    Tokenizer(EncoderFiles files, int longest) {
        // The English file asks for padding to 128, which would cost ten times the work of a usual utterance.
        Map<String, String> options =
                Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(longest));
        try (InputStream json = files.openTokenizer()) {
            tokenizer = HuggingFaceTokenizer.newInstance(json, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long[] ids(String text) {
        return tokenizer.encode(text).getIds();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
