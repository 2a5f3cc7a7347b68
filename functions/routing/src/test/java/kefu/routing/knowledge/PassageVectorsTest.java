package kefu.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import kefu.testing.RealBrokerAndDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealBrokerAndDatabase.class)
class PassageVectorsTest {
    private static final String ENCODER = "of-this-test";

    @Inject
    EntityManager entities;

    @Inject
    PassageVectors vectors;

    @AfterEach
    @Transactional
    void forget() {
        entities.createNativeQuery("delete from passage_vector where encoder = :encoder")
                .setParameter("encoder", ENCODER)
                .executeUpdate();
    }

    @Test
    @Transactional
    void aVectorIsReadAsItWasKept() {
        var kept = new float[] {0.25f, -1e-7f, 3.4e38f, 0f};
        for (var digest : List.of("some", "none"))
            entities.createNativeQuery(
                            "insert into passage_vector (digest, encoder, vector) values (:digest, :encoder, :vector)")
                    .setParameter("digest", digest)
                    .setParameter("encoder", ENCODER)
                    .setParameter("vector", digest.equals("some") ? kept : new float[0])
                    .executeUpdate();

        assertThat(vectors.byEncoder().get(ENCODER))
                .containsOnlyKeys("some", "none")
                .satisfies(read -> {
                    assertThat(read.get("some")).containsExactly(kept);
                    assertThat(read.get("none")).isEmpty();
                });
    }
}
