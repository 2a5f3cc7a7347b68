package kefu.chassis.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** An event on its way. @param data null for a tombstone @param traceParent null where nothing traces */
record OutboxRow(
        long seq,
        String eventId,
        String topic,
        String key,
        String type,
        Instant occurredAt,
        String traceParent,
        String data) {
    static final String COLUMNS = "seq, event_id, topic, record_key, type, occurred_at, trace_parent, data";

    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8));
    }
}
