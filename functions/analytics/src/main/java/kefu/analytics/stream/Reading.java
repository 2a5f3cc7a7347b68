package kefu.analytics.stream;

import kefu.chassis.event.UnreadableEvent;
import kefu.chassis.event.Wire;
import kefu.model.event.DeadLetter;
import kefu.model.event.Event;
import org.apache.kafka.common.utils.Bytes;

/** A record's value: an event, or what is none. */
sealed interface Reading {
    /** The value as it came. */
    Bytes data();

    record Known(Event event, Bytes data) implements Reading {}

    record Unreadable(String cause, Bytes data) implements Reading {}

    /** @return null for null: a tombstone of a compacted topic */
    static Reading of(byte[] data, Wire wire) {
        if (data == null) return null;
        try {
            return new Known(wire.read(data), Bytes.wrap(data));
        } catch (UnreadableEvent e) {
            return new Unreadable(DeadLetter.reason(e), Bytes.wrap(data));
        }
    }
}
