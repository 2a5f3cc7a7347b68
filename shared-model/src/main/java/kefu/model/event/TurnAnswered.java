package kefu.model.event;

import java.time.Instant;
import java.util.List;
import kefu.model.Require;
import kefu.model.turn.Act;
import kefu.model.turn.Action;
import kefu.model.turn.Owner;
import kefu.model.turn.Source;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnContext;
import kefu.model.understanding.ServedBy;

/** A turn was answered.
 *
 * @param customerId null while the customer is not known
 * @param utterance what was said, with personal data masked
 * @param understanding with the values of personal entities masked
 * @param replyText what Kefu said, with personal data masked; null while an agent owns the conversation
 * @param act what the reply did; null while an agent owns the conversation
 * @param recommended product ids that were shown
 * @param millis from the request to the reply
 */
public record TurnAnswered(
        String id,
        Instant occurredAt,
        Instant receivedAt,
        String conversationId,
        int number,
        String customerId,
        String channel,
        String pack,
        String utterance,
        TurnAnswer.Understood understanding,
        TurnContext context,
        Act act,
        String replyText,
        List<Action> actions,
        List<String> recommended,
        List<Source> sources,
        Owner owner,
        List<String> degraded,
        double millis,
        ServedBy servedBy)
        implements Event {
    static final String TYPE = "kefu.turn.answered.v1";

    public TurnAnswered {
        Require.text(id, "id");
        Require.present(occurredAt, "occurredAt");
        Require.present(receivedAt, "receivedAt");
        Require.text(conversationId, "conversationId");
        actions = Require.list(actions);
        recommended = Require.list(recommended);
        sources = Require.list(sources);
        degraded = Require.list(degraded);
    }

    @Override
    public String key() {
        return conversationId;
    }

    @Override
    public String topic() {
        return Topics.TURNS;
    }
}
