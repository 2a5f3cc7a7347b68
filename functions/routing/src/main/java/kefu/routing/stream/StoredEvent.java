package kefu.routing.stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event as it is kept. */
@Entity
@Table(name = "stream_event")
@IdClass(StoredEvent.Key.class)
class StoredEvent {
    @Id
    String stream;

    @Id
    long seq;

    String kind;

    @Column(name = "conversation_id")
    String conversationId;

    /** Its JSON, encrypted under the conversation's key. */
    byte[] data;

    Instant at;

    String place() {
        return place(stream, seq);
    }

    /** Where an event is kept, which its encryption vouches for. */
    static String place(String stream, long seq) {
        return stream + "/" + seq;
    }

    record Key(String stream, long seq) {}
}
