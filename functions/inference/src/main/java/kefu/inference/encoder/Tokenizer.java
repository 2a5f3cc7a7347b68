package kefu.inference.encoder;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Cuts a text into the tokens an encoder knows. Of a text with more than a given number the first and the last are kept
 * (Sun et al. 2019): what a story is about stands at its beginning, what its writer wants or thinks at its end. Safe for
 * several threads.
 */
public final class Tokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final int longest;

    /** @param longest tokens kept of a text, the first and last marks included */
    public Tokenizer(EncoderFiles files, int longest) {
        this.longest = Math.min(longest, files.mostTokens());
        // The English file asks for padding to 128, which would cost ten times the work of a usual utterance.
        Map<String, String> options = Map.of("padding", "false", "truncation", "false");
        try (InputStream json = files.openTokenizer()) {
            tokenizer = HuggingFaceTokenizer.newInstance(json, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "encoder " + files.name() + ": " + files.tokenizer() + " is no tokenizer: " + e.getMessage(), e);
        }
    }

    public long[] ids(String text) {
        long[] all = tokenizer.encode(text).getIds();
        if (all.length <= longest) return all;
        long[] kept = new long[longest];
        int head = longest - longest / 2;
        System.arraycopy(all, 0, kept, 0, head);
        System.arraycopy(all, all.length - (longest - head), kept, head, longest - head);
        return kept;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
