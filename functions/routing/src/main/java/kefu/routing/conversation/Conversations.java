package kefu.routing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kefu.chassis.problem.Problem;
import kefu.chassis.sql.Sql;
import kefu.chassis.sql.Together;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.routing.privacy.ConversationVault;

/** All conversations. */
@ApplicationScoped
public class Conversations implements PanacheRepositoryBase<Conversation, String> {
    // A turn's own statements go past the entity manager, see Sql.
    private static final String LOCK = """
            select id, customer_id, identified_by, channel, language, pack, started_at, turns, state
            from conversation where id = ? for update""";
    private static final String KEEP = """
            update conversation set customer_id = ?, identified_by = ?, language = ?, turns = ?, state = ? where id = ?""";
    private static final String ADD = """
            insert into turn (conversation_id, number, at, request, answer, explanation, ledger)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private final ConversationVault vault;
    private final Sql sql;
    private final ObjectMapper json;

    Conversations(ConversationVault vault, Sql sql, ObjectMapper json) {
        this.vault = vault;
        this.sql = sql;
        this.json = json;
    }

    /** @throws kefu.chassis.problem.ProblemException 404 when there is none of this id */
    public Conversation require(String id) {
        return findByIdOptional(id).map(this::open).orElseThrow(() -> unknown(id));
    }

    /**
     * Waits for the turns before, then holds the conversation until the transaction ends, however it ends.
     *
     * @return the conversation; it throws 404 when there is none of this id
     */
    Supplier<Conversation> lock(Together reads, String id) {
        var found = reads.first(LOCK, Conversations::read, id);
        return () -> found.get().map(this::open).orElseThrow(() -> unknown(id));
    }

    void start(Conversation conversation) {
        conversation.sealedState = vault.seal(conversation.id, "conversation", conversation.state);
        persist(conversation);
    }

    /** Keeps what a turn changed of its conversation, which is {@linkplain #lock locked}. */
    void keep(Conversation conversation) {
        sql.atCommit(
                KEEP,
                conversation.customerId,
                conversation.identifiedBy,
                conversation.language,
                conversation.turns,
                vault.seal(conversation.id, "conversation", conversation.state),
                conversation.id);
    }

    /** Adds a turn to its conversation. */
    void add(StoredTurn turn, Explanation explanation) {
        sql.atCommit(
                ADD,
                turn.conversationId,
                turn.number,
                turn.at,
                vault.seal(turn.conversationId, turn.place("request"), turn.request),
                vault.seal(turn.conversationId, turn.place("answer"), turn.answer),
                vault.seal(turn.conversationId, turn.place("explanation"), explanation),
                write(turn.ledger));
    }

    /** @return the last turns, oldest first */
    public List<StoredTurn> lastTurns(String conversationId, int most) {
        return getEntityManager()
                .createQuery("from StoredTurn where conversationId = :id order by number desc", StoredTurn.class)
                .setParameter("id", conversationId)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(this::open)
                .toList()
                .reversed();
    }

    /** One of a customer's conversations, without what was said in it. */
    public record Summary(String id, Instant startedAt, String channel, String language, int turns) {}

    /**
     * @param signedIn whether only those count in which the customer was signed in, not just known by what they wrote
     * @param after the id after which to go on, towards the older ones; null for the newest
     * @return a customer's conversations, the newest first
     */
    List<Summary> of(String customerId, boolean signedIn, String after, int most) {
        return getEntityManager()
                .createQuery("""
                        select id, startedAt, channel, language, turns from Conversation
                        where customerId = :customer and (:after is null or id < :after)
                        and (:signedIn = false or identifiedBy = 'jwt') order by id desc""", Tuple.class)
                .setParameter("customer", customerId)
                .setParameter("after", after)
                .setParameter("signedIn", signedIn)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Summary(
                        row.get(0, String.class),
                        row.get(1, Instant.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Integer.class)))
                .toList();
    }

    /** @return turns after this number, oldest first */
    List<StoredTurn> turnsAfter(String conversationId, int number, int most) {
        return getEntityManager()
                .createQuery(
                        "from StoredTurn where conversationId = :id and number > :number order by number",
                        StoredTurn.class)
                .setParameter("id", conversationId)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(this::open)
                .toList();
    }

    /** What the turn of this number cost. */
    record Spent(int number, Ledger ledger) {}

    /** @return what each turn cost, oldest first, without opening what was said */
    List<Spent> ledgers(String conversationId) {
        return getEntityManager()
                .createQuery(
                        "select number, ledger from StoredTurn where conversationId = :id order by number", Tuple.class)
                .setParameter("id", conversationId)
                .getResultStream()
                .map(row -> new Spent(row.get(0, Integer.class), row.get(1, Ledger.class)))
                .toList();
    }

    /** @throws kefu.chassis.problem.ProblemException 404 when the conversation has no such turn */
    StoredTurn turn(String conversationId, int number) {
        return Optional.ofNullable(
                        getEntityManager().find(StoredTurn.class, new StoredTurn.Key(conversationId, number)))
                .map(this::open)
                .orElseThrow(() -> Problem.notFound("Conversation " + conversationId + " has no turn " + number + ".")
                        .asException());
    }

    Explanation explanation(StoredTurn turn) {
        return vault.open(turn.sealedExplanation, turn.place("explanation"), Explanation.class);
    }

    private static Conversation read(ResultSet row) throws SQLException {
        var conversation = new Conversation();
        conversation.id = row.getString(1);
        conversation.customerId = row.getString(2);
        conversation.identifiedBy = row.getString(3);
        conversation.channel = row.getString(4);
        conversation.language = row.getString(5);
        conversation.pack = row.getString(6);
        conversation.startedAt = row.getObject(7, OffsetDateTime.class).toInstant();
        conversation.turns = row.getInt(8);
        conversation.sealedState = row.getBytes(9);
        return conversation;
    }

    private String write(Ledger ledger) {
        try {
            return json.writeValueAsString(ledger);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Conversation open(Conversation conversation) {
        conversation.state = vault.open(conversation.sealedState, "conversation", ConversationState.class);
        return conversation;
    }

    private StoredTurn open(StoredTurn turn) {
        turn.request = vault.open(turn.sealedRequest, turn.place("request"), TurnRequest.class);
        turn.answer = vault.open(turn.sealedAnswer, turn.place("answer"), TurnAnswer.class);
        return turn;
    }

    private static RuntimeException unknown(String id) {
        return Problem.notFound("There is no conversation " + id + ".").asException();
    }
}
