package kefu.model.understanding;

import java.util.List;
import kefu.model.Require;

/** One vector for each text that was asked for, in the same order. */
public record Embeddings(List<Embedding> embeddings, ServedBy servedBy) {
    public Embeddings {
        embeddings = Require.list(embeddings);
    }
}
