package kefu.routing.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kefu.chassis.sql.Sql;
import kefu.chassis.sql.Together;
import kefu.routing.privacy.ConversationVault;

/** The events of all streams. */
@ApplicationScoped
public class EventLog {
    private static final String GROW = """
            insert into event_stream (name, last_seq) values (?, 1)
            on conflict (name) do update set last_seq = event_stream.last_seq + 1 returning last_seq""";
    private static final String APPEND =
            "insert into stream_event (stream, seq, kind, conversation_id, data, at) values (?, ?, ?, ?, ?, ?)";

    private final EntityManager entities;
    private final Sql sql;
    private final ObjectMapper json;
    private final ConversationVault vault;
    private final Clock clock;
    private final WakeUps wakeUps;

    EventLog(
            EntityManager entities, Sql sql, ObjectMapper json, ConversationVault vault, Clock clock, WakeUps wakeUps) {
        this.entities = entities;
        this.sql = sql;
        this.json = json;
        this.vault = vault;
        this.clock = clock;
        this.wakeUps = wakeUps;
    }

    /**
     * Adds an event in the transaction that runs. The stream's counter stays locked until that ends, so numbers follow
     * commits and a rollback leaves no gap: append late.
     *
     * @param conversationId what it is about, under whose key it is kept
     * @param payload what becomes the event's JSON
     * @return the event with its number
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StreamEvent append(String stream, String conversationId, String kind, Object payload) {
        return append(stream, next(stream), conversationId, kind, payload);
    }

    /** Takes the number of the stream's next event, for one event of this transaction. */
    long next(String stream) {
        return sql.first(GROW, row -> row.getLong(1), stream).orElseThrow();
    }

    /** The same, in one way with other reads. */
    Supplier<Long> next(Together reads, String stream) {
        var number = reads.first(GROW, row -> row.getLong(1), stream);
        return () -> number.get().orElseThrow();
    }

    /** As above, under a number that was {@linkplain #next taken} before. */
    @Transactional(Transactional.TxType.MANDATORY)
    StreamEvent append(String stream, long seq, String conversationId, String kind, Object payload) {
        var data = write(payload);
        var at = clock.instant();
        sql.atCommit(
                APPEND,
                stream,
                seq,
                kind,
                conversationId,
                vault.sealText(conversationId, StoredEvent.place(stream, seq), data),
                at);
        wakeUps.afterCommit(stream);
        return new StreamEvent(seq, kind, data, at);
    }

    /** @return at most {@code most} events with numbers above {@code seq}, in order, as committed now */
    public List<StreamEvent> after(String stream, long seq, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery(
                                "from StoredEvent where stream = :stream and seq > :seq order by seq",
                                StoredEvent.class)
                        .setParameter("stream", stream)
                        .setParameter("seq", seq)
                        .setMaxResults(most)
                        .getResultStream()
                        .flatMap(stored -> event(stored).stream())
                        .toList());
    }

    /** @return the number of the last event, 0 before the first */
    long last(String stream) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = entities.find(EventStream.class, stream);
            return found == null ? 0 : found.lastSeq;
        });
    }

    /** Removes a stream, and the events of others that are about its conversation, in the transaction that runs. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(String stream, String conversationId) {
        entities.createQuery("delete from StoredEvent where conversationId = :id")
                .setParameter("id", conversationId)
                .executeUpdate();
        entities.createNativeQuery("delete from event_stream where name = :name")
                .setParameter("name", stream)
                .executeUpdate();
    }

    /** @return the event; empty when its conversation is being erased right now, of which the desk need not know */
    private Optional<StreamEvent> event(StoredEvent stored) {
        return vault.findText(stored.data, stored.place())
                .map(data -> new StreamEvent(stored.seq, stored.kind, data, stored.at));
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable: " + payload.getClass(), e);
        }
    }
}
