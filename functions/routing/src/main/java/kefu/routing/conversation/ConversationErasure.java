package kefu.routing.conversation;

import io.quarkus.arc.All;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.outbox.Outbox;
import kefu.model.event.Topics;
import kefu.routing.erasure.ConversationEraser;
import kefu.routing.erasure.Eraser;
import kefu.routing.handoff.Ownership;
import kefu.routing.privacy.ConversationVault;

/** Forgets a customer's conversations: whole ones, with all that hangs on them and the key that opened them. */
@ApplicationScoped
@Priority(2)
class ConversationErasure implements Eraser {
    private final Conversations conversations;
    private final Ownership ownership;
    private final List<ConversationEraser> others;
    private final ConversationVault vault;
    private final Idempotency idempotency;
    private final Outbox outbox;

    ConversationErasure(
            Conversations conversations,
            Ownership ownership,
            @All List<ConversationEraser> others,
            ConversationVault vault,
            Idempotency idempotency,
            Outbox outbox) {
        this.conversations = conversations;
        this.ownership = ownership;
        this.others = others;
        this.vault = vault;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    /** Waits for turns that are being answered and for agents; those that come after find no conversation. */
    @Override
    public int erase(String customerId) {
        var found = conversations
                .find("customerId = ?1 order by id", customerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        found.forEach(this::forget);
        idempotency.forget(StartConversation.idempotencyScope(customerId));
        return found.size();
    }

    private void forget(Conversation conversation) {
        ownership.hold(conversation.id);
        others.forEach(other -> other.forget(conversation.id));
        outbox.withdraw(Topics.TURNS, conversation.id);
        idempotency.forget(TurnRecords.idempotencyScope(conversation.id));
        vault.forget(conversation.id);
        // Turns, owner, hand-offs and ratings go with it.
        conversations.delete("id", conversation.id);
    }
}
