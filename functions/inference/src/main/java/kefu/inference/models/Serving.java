package kefu.inference.models;

import java.util.Optional;
import kefu.inference.encoder.Encoder;
import kefu.inference.heads.Model;
import kefu.model.understanding.ServedBy;

/**
 * What serves one language at the moment.
 *
 * @param checksum of the model's file
 * @param encoder empty where n-grams serve alone
 */
public record Serving(Model model, String checksum, Optional<Encoder> encoder) {

    public ServedBy servedBy() {
        String name = model.about().name() + "-" + model.about().language();
        return new ServedBy(
                encoder.isPresent() ? name : name + "-ngrams",
                model.about().version(),
                encoder.map(Encoder::device).orElse("cpu"));
    }
}
