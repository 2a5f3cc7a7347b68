package kefu.routing.conversation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import kefu.chassis.problem.Problem;

/** All conversations. */
@ApplicationScoped
public class Conversations implements PanacheRepositoryBase<Conversation, String> {

    /** @throws kefu.chassis.problem.ProblemException 404 when there is none of this id */
    public Conversation require(String id) {
        return findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Waits for the turns before, then holds the conversation until the transaction ends, however it ends.
     *
     * @throws kefu.chassis.problem.ProblemException 404 when there is none of this id
     */
    Conversation lock(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(() -> unknown(id));
    }

    /** @return the last turns, oldest first */
    public List<StoredTurn> lastTurns(String conversationId, int most) {
        return getEntityManager()
                .createQuery("from StoredTurn where conversationId = :id order by number desc", StoredTurn.class)
                .setParameter("id", conversationId)
                .setMaxResults(most)
                .getResultList()
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
                .getResultList();
    }

    /** @throws kefu.chassis.problem.ProblemException 404 when the conversation has no such turn */
    StoredTurn turn(String conversationId, int number) {
        return Optional.ofNullable(
                        getEntityManager().find(StoredTurn.class, new StoredTurn.Key(conversationId, number)))
                .orElseThrow(() -> Problem.notFound("Conversation " + conversationId + " has no turn " + number + ".")
                        .asException());
    }

    private static RuntimeException unknown(String id) {
        return Problem.notFound("There is no conversation " + id + ".").asException();
    }
}
