package kefu.inference.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kefu.inference.encoder.EncoderReference;

/** A model's version: a fingerprint of what it was made of, so that the same data and settings make the same version. */
final class Version {
    /** Counts changes of the method itself. */
    private static final int METHOD = 7;

    private Version() {}

    static String of(
            Examples examples, Dialogues dialogues, TrainingOptions options, Optional<EncoderReference> encoder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(List.of(
                            METHOD,
                            options.seed,
                            encoder.map(EncoderReference::toString).orElse(""),
                            Optional.ofNullable(options.language),
                            options.batches,
                            options.fineTune,
                            options.epochs)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
            for (Example e : examples.all())
                digest.update((e.text() + '\t' + e.label() + '\t' + e.emotion().orElse("") + '\n')
                        .getBytes(StandardCharsets.UTF_8));
            for (Dialogues.Utterance u : dialogues.utterances())
                digest.update(
                        (u.text() + '\t' + u.label() + '\t' + u.act() + '\t' + u.expects() + '\t' + u.closes() + '\n')
                                .getBytes(StandardCharsets.UTF_8));
            return METHOD + "-" + HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
