package kefu.routing.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A turn as it was: what was sent, what was answered, why, and what it cost. Never changed. */
@Entity
@Table(name = "turn")
@IdClass(StoredTurn.Key.class)
public class StoredTurn {
    @Id
    @Column(name = "conversation_id")
    String conversationId;

    @Id
    int number;

    Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    TurnRequest request;

    @JdbcTypeCode(SqlTypes.JSON)
    TurnAnswer answer;

    @JdbcTypeCode(SqlTypes.JSON)
    Explanation explanation;

    @JdbcTypeCode(SqlTypes.JSON)
    Ledger ledger;

    public int number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public TurnRequest request() {
        return request;
    }

    public TurnAnswer answer() {
        return answer;
    }

    record Key(String conversationId, int number) {}
}
