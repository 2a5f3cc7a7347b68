package kefu.inference.models;

import java.util.Optional;
import kefu.inference.encoder.Encoder;
import kefu.inference.heads.Model;
import kefu.model.understanding.ServedBy;

/**
 * A model that can serve its language at once.
 *
 * @param checksum of the model's file
 * @param encoder empty where n-grams serve alone
 */
public record Serving(Model model, String checksum, Optional<Encoder> encoder) {

    public ServedBy servedBy() {
        return new ServedBy(
                encoder.isPresent() ? name() : name() + "-ngrams",
                model.about().version(),
                encoder.map(Encoder::device).orElse("cpu"));
    }

    /** @return the model's name at the API, {@code shop-en} */
    public String name() {
        return name(model.about());
    }

    public String language() {
        return model.about().language();
    }

    static String name(Model.About about) {
        return about.name() + "-" + about.language();
    }
}
