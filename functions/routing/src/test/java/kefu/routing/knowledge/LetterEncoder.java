package kefu.routing.knowledge;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import kefu.model.understanding.EmbedRequest;
import kefu.model.understanding.Embedding;
import kefu.model.understanding.Embeddings;
import kefu.model.understanding.ServedBy;
import kefu.model.understanding.UnderstandRequest;
import kefu.model.understanding.Understanding;
import kefu.routing.understanding.InferenceClient;

/** The smallest encoder there can be: a text's vector counts its letters. May be away. */
@Vetoed
final class LetterEncoder implements InferenceClient {
    private final String name;
    boolean away;
    int embedded;

    LetterEncoder(String name) {
        this.name = name;
    }

    @Override
    public Understanding understand(UnderstandRequest request) {
        throw new IllegalStateException("this one embeds alone");
    }

    @Override
    public Embeddings embed(EmbedRequest request) {
        if (away) throw new IllegalStateException("away");
        embedded += request.texts().size();
        return new Embeddings(
                request.texts().stream()
                        .map(text -> vector(text, request.language()))
                        .toList(),
                new ServedBy(name, "1", "cpu"));
    }

    Embedding vector(String text, String language) {
        var counts = new float[26];
        text.toLowerCase(java.util.Locale.ROOT)
                .chars()
                .filter(c -> c >= 'a' && c <= 'z')
                .forEach(c -> counts[c - 'a']++);
        double length = 0;
        for (float count : counts) length += count * count;
        List<Float> vector = new ArrayList<>();
        for (float count : counts) vector.add((float) (count / Math.sqrt(Math.max(1, length))));
        return new Embedding(name, language, vector);
    }
}
