package kefu.routing.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Optional;

/** A conversation: who talks, how far it has come, and what it is about. Its row's lock orders its turns. */
@Entity
@Table(name = "conversation")
public class Conversation {
    @Id
    String id;

    @Column(name = "customer_id")
    String customerId;

    /** How the customer was identified: {@code jwt, email} or {@code name_zip}; null while they are not. */
    @Column(name = "identified_by")
    String identifiedBy;

    String channel;
    String language;
    String pack;

    @Column(name = "started_at")
    Instant startedAt;

    /** How many turns there are. */
    int turns;

    /** The state as it is kept: encrypted. */
    @Column(name = "state")
    byte[] sealedState;

    /** Opened by {@link Conversations}, kept by it too. */
    @Transient
    ConversationState state;

    public String id() {
        return id;
    }

    /** @return the one customer this conversation is about, once identified */
    public Optional<String> customerId() {
        return Optional.ofNullable(customerId);
    }

    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public String channel() {
        return channel;
    }

    public String pack() {
        return pack;
    }
}
