package kefu.model.understanding;

import java.util.List;
import kefu.model.Require;

/** Asks for the vectors of texts. @param language {@code zh} or {@code en}; null to find out for each text */
public record EmbedRequest(List<String> texts, String language) {
    public EmbedRequest {
        texts = Require.list(texts);
        if (texts.isEmpty()) throw new IllegalArgumentException("texts is empty");
    }
}
