package kefu.routing.stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A stream and how far it has come. */
@Entity
@Table(name = "event_stream")
class EventStream {
    @Id
    String name;

    @Column(name = "last_seq")
    long lastSeq;
}
