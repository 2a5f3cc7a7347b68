package kefu.routing.knowledge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A passage's vector to an encoder. */
@Entity
@Table(name = "passage_vector")
@IdClass(PassageVectorRow.Key.class)
class PassageVectorRow {
    @Id
    String digest;

    @Id
    String encoder;

    float[] vector;

    record Key(String digest, String encoder) {}
}
