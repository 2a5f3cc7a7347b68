package kefu.inference.encoder;

import java.util.Optional;

/**
 * How a model file names the encoder it was trained beside: {@code all-MiniLM-L6-v2}, {@code all-MiniLM-L6-v2#128},
 * {@code our-bert@sha256:9f2c…#64}.
 *
 * @param checksum SHA-256 of its files in hexadecimal; empty for an encoder that comes with Kefu
 * @param mostTokens tokens kept of a text, in training as in serving
 */
public record EncoderReference(String name, Optional<String> checksum, int mostTokens) {
    /** Tokens kept of a text where nothing is said: plenty for a chat. */
    public static final int USUAL_TOKENS = 64;

    private static final String SUM = "@sha256:";

    /** @param reference as {@link #toString()} writes it @throws IllegalArgumentException when it is none */
    public static EncoderReference parse(String reference) {
        int hash = reference.lastIndexOf('#');
        String who = hash < 0 ? reference : reference.substring(0, hash);
        int sum = who.indexOf(SUM);
        return new EncoderReference(
                sum < 0 ? who : who.substring(0, sum),
                sum < 0 ? Optional.empty() : Optional.of(who.substring(sum + SUM.length())),
                hash < 0 ? USUAL_TOKENS : Integer.parseInt(reference.substring(hash + 1)));
    }

    @Override
    public String toString() {
        return name + checksum.map(c -> SUM + c).orElse("") + (mostTokens == USUAL_TOKENS ? "" : "#" + mostTokens);
    }
}
