package kefu.routing.handoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import kefu.chassis.sql.Sql;
import kefu.chassis.sql.Together;
import kefu.model.turn.Owner;

/**
 * Who answers a conversation. The bot, until an agent claims it; each hand-over between them makes the epoch grow. A turn
 * notes {@link #current} before it computes its reply and compares it with {@link #hold} when it is about to commit: had
 * somebody taken over in between, the reply is dropped and the turn computed again. So a claim never waits for a turn
 * that is being computed, and bot and agent never talk over each other.
 */
@ApplicationScoped
public class Ownership {
    private static final String READ = "select kind, epoch from conversation_owner where conversation_id = ?";
    private static final String HOLD = READ + " for update";
    private static final String BEGIN = """
            insert into conversation_owner (conversation_id, kind, epoch) values (?, 'bot', 0)
            on conflict do nothing returning conversation_id""";

    private final Sql sql;

    Ownership(Sql sql) {
        this.sql = sql;
    }

    /** @return the owner as last committed, without waiting */
    public Owner current(String conversationId) {
        return sql.first(READ, Ownership::owner, conversationId).orElse(Owner.BOT);
    }

    /** Like {@link #current}, among other reads. */
    public Supplier<Owner> current(Together reads, String conversationId) {
        var found = reads.first(READ, Ownership::owner, conversationId);
        return () -> found.get().orElse(Owner.BOT);
    }

    /**
     * Keeps the owner as it is until the transaction that runs has ended. Taken late, and before anything is appended to
     * the conversation's stream.
     */
    @Transactional(TxType.MANDATORY)
    public Owner hold(String conversationId) {
        var reads = sql.together();
        var held = hold(reads, conversationId);
        reads.run();
        return held.get();
    }

    /** Like {@link #hold}, among other reads: those after it see the conversation as it is while the owner is held. */
    @Transactional(TxType.MANDATORY)
    public Supplier<Owner> hold(Together reads, String conversationId) {
        reads.first(BEGIN, row -> row.getString(1), conversationId);
        var found = reads.first(HOLD, Ownership::owner, conversationId);
        return () -> found.get().orElseThrow();
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
        return sql.first("""
                        update conversation_owner set kind = ?, agent = ?, epoch = epoch + 1
                        where conversation_id = ? returning kind, epoch""", Ownership::owner, kind, agent, conversationId).orElseThrow();
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(row.getString(1), row.getInt(2));
    }
}
