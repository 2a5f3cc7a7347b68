package kefu.routing.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A turn as it was: what was sent, what was answered, why (these three encrypted), and what it cost. Never changed. */
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

    @Column(name = "request")
    byte[] sealedRequest;

    @Column(name = "answer")
    byte[] sealedAnswer;

    @Column(name = "explanation")
    byte[] sealedExplanation;

    @Transient
    TurnRequest request;

    @Transient
    TurnAnswer answer;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
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

    /** @return where a part of this turn is kept */
    String place(String part) {
        return "turn/" + number + "/" + part;
    }

    record Key(String conversationId, int number) {}
}
