package kefu.routing.handoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import kefu.model.turn.Owner;

/**
 * Who answers a conversation. The bot, until an agent claims it; each hand-over between them makes the epoch grow. A turn
 * notes {@link #current} before it computes its reply and compares it with {@link #hold} when it is about to commit: had
 * somebody taken over in between, the reply is dropped and the turn computed again. So a claim never waits for a turn
 * that is being computed, and bot and agent never talk over each other.
 */
@ApplicationScoped
public class Ownership {
    private final EntityManager entities;

    Ownership(EntityManager entities) {
        this.entities = entities;
    }

    /** @return the owner as last committed, without waiting */
    public Owner current(String conversationId) {
        return read(conversationId, "");
    }

    /**
     * Keeps the owner as it is until the transaction that runs has ended. Taken late, and before anything is appended to
     * the conversation's stream.
     */
    @Transactional(TxType.MANDATORY)
    public Owner hold(String conversationId) {
        entities.createNativeQuery("""
                        insert into conversation_owner (conversation_id, kind, epoch) values (:id, 'bot', 0)
                        on conflict do nothing""").setParameter("id", conversationId).executeUpdate();
        return read(conversationId, " for update");
    }

    /** Hands the held conversation to an agent. @return the new owner */
    Owner giveTo(String conversationId, String agent) {
        return change(conversationId, "agent", agent);
    }

    /** Hands the held conversation back to the bot. @return the new owner */
    Owner giveToBot(String conversationId) {
        return change(conversationId, "bot", null);
    }

    private Owner change(String conversationId, String kind, String agent) {
        entities.createNativeQuery("""
                        update conversation_owner set kind = :kind, agent = cast(:agent as text), epoch = epoch + 1
                        where conversation_id = :id""")
                .setParameter("kind", kind)
                .setParameter("agent", agent)
                .setParameter("id", conversationId)
                .executeUpdate();
        return read(conversationId, "");
    }

    private Owner read(String conversationId, String lock) {
        List<?> rows = entities.createNativeQuery(
                        "select kind, epoch from conversation_owner where conversation_id = :id" + lock)
                .setParameter("id", conversationId)
                .getResultList();
        if (rows.isEmpty()) return Owner.BOT;
        var columns = (Object[]) rows.getFirst();
        return new Owner((String) columns[0], ((Number) columns[1]).intValue());
    }
}
