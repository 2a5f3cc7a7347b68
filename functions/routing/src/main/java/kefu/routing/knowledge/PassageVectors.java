package kefu.routing.knowledge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kefu.model.understanding.Embedding;

/** Keeps passages' vectors. */
@ApplicationScoped
class PassageVectors {
    private final EntityManager entities;

    PassageVectors(EntityManager entities) {
        this.entities = entities;
    }

    /** @return encoder to digest to vector */
    Map<String, Map<String, float[]>> byEncoder() {
        var all = new HashMap<String, Map<String, float[]>>();
        entities.createQuery("from PassageVectorRow", PassageVectorRow.class)
                .getResultStream()
                .forEach(row ->
                        all.computeIfAbsent(row.encoder, _ -> new HashMap<>()).put(row.digest, row.vector));
        return all;
    }

    /** Another replica may have been faster: theirs stays. */
    void keep(List<Piece> pieces, List<Embedding> embeddings) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < pieces.size(); i++) keep(pieces.get(i), embeddings.get(i));
        });
    }

    private void keep(Piece piece, Embedding embedding) {
        var vector = new float[embedding.dimensions()];
        for (int i = 0; i < vector.length; i++) vector[i] = embedding.vector().get(i);
        entities.createNativeQuery(
                        "insert into passage_vector (digest, encoder, vector) values (:digest, :encoder, :vector) on conflict do nothing")
                .setParameter("digest", piece.digest())
                .setParameter("encoder", embedding.encoder())
                .setParameter("vector", vector)
                .executeUpdate();
    }
}
