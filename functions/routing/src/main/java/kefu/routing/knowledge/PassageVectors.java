package kefu.routing.knowledge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
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

    /** As bytes: the driver makes an array of numbers out of text, which takes longer. @return encoder to digest to vector */
    Map<String, Map<String, float[]>> byEncoder() {
        var all = new HashMap<String, Map<String, float[]>>();
        var sent = entities.createNativeQuery("select digest, encoder, array_send(vector) from passage_vector");
        for (var found : sent.getResultList()) {
            var row = (Object[]) found;
            all.computeIfAbsent((String) row[1], _ -> new HashMap<>()).put((String) row[0], numbers((byte[]) row[2]));
        }
        return all;
    }

    /** PostgreSQL's {@code array_send}: dimensions, flags, type, length, lower bound; then each number after its size. */
    private static float[] numbers(byte[] sent) {
        var bytes = ByteBuffer.wrap(sent);
        if (bytes.getInt(0) == 0) return new float[0];
        var numbers = new float[bytes.getInt(3 * Integer.BYTES)];
        for (int i = 0; i < numbers.length; i++) numbers[i] = bytes.getFloat((5 + 2 * i + 1) * Integer.BYTES);
        return numbers;
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
