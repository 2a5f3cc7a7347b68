package kefu.routing.stream;

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
    String data;
    Instant at;

    StreamEvent event() {
        return new StreamEvent(seq, kind, data, at);
    }

    record Key(String stream, long seq) {}
}
