package kefu.routing.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import kefu.chassis.problem.Problem;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.routing.privacy.ConversationVault;

/** All conversations. */
@ApplicationScoped
public class Conversations implements PanacheRepositoryBase<Conversation, String> {
    private final ConversationVault vault;

    Conversations(ConversationVault vault) {
        this.vault = vault;
    }

    /** @throws kefu.chassis.problem.ProblemException 404 when there is none of this id */
    public Conversation require(String id) {
        return findByIdOptional(id).map(this::open).orElseThrow(() -> unknown(id));
    }

    /**
     * Waits for the turns before, then holds the conversation until the transaction ends, however it ends.
     *
     * @throws kefu.chassis.problem.ProblemException 404 when there is none of this id
     */
    Conversation lock(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .map(this::open)
                .orElseThrow(() -> unknown(id));
    }

    /** Gives a conversation its new state. */
    void keep(Conversation conversation, ConversationState state) {
        conversation.state = state;
        conversation.sealedState = vault.seal(conversation.id, "conversation", state);
    }

    /** Adds a turn to its conversation. */
    void add(StoredTurn turn, Explanation explanation) {
        turn.sealedRequest = vault.seal(turn.conversationId, turn.place("request"), turn.request);
        turn.sealedAnswer = vault.seal(turn.conversationId, turn.place("answer"), turn.answer);
        turn.sealedExplanation = vault.seal(turn.conversationId, turn.place("explanation"), explanation);
        getEntityManager().persist(turn);
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
