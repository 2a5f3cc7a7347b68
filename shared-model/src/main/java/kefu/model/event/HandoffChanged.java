package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;

/** A conversation is waiting for a person, was claimed, resolved or returned to the bot.
 *
 * @param status {@code waiting, claimed, resolved} or {@code returned}
 * @param reason why it was handed over or how it was resolved
 * @param agent who claimed it; null while waiting
 */
public record HandoffChanged(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        String conversationId,
        String handoffId,
        String customerId,
        String status,
        String reason,
        String agent,
        String language,
        String skill)
        implements Event {
    static final String TYPE = "kefu.handoff.changed.v1";

    public HandoffChanged {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(conversationId, "conversationId");
        Require.text(status, "status");
    }

    @Override
    public String key() {
        return conversationId;
    }

    @Override
    public String topic() {
        return Topics.HANDOFFS;
    }
}
