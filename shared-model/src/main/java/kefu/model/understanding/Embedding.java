package kefu.model.understanding;

import java.util.List;
import kefu.model.Require;

/**
 * A text's vector of unit length. Vectors of two encoders are never compared.
 *
 * @param encoder the encoder's name
 * @param language which the encoder is for
 * @param vector as many numbers as the encoder is wide
 */
public record Embedding(String encoder, String language, List<Float> vector) {
    public Embedding {
        Require.text(encoder, "encoder");
        vector = Require.list(vector);
    }

    public int dimensions() {
        return vector.size();
    }
}
