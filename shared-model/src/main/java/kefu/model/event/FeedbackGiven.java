package kefu.model.event;

import java.time.Instant;
import kefu.model.Require;

/** A customer rated a conversation or a turn.
 *
 * @param rating 1 to 5
 * @param comment with personal data masked; null for none
 * @param turn the rated turn; null for the whole conversation
 */
public record FeedbackGiven(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        String conversationId,
        String customerId,
        int rating,
        String comment,
        Integer turn)
        implements Event {
    static final String TYPE = "kefu.feedback.given.v1";

    public FeedbackGiven {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(conversationId, "conversationId");
        Require.within(rating, 1, 5, "rating");
    }

    @Override
    public String key() {
        return conversationId;
    }

    @Override
    public String topic() {
        return Topics.FEEDBACK;
    }
}
