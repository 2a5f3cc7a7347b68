package kefu.routing.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import kefu.chassis.sql.Together;
import kefu.routing.erasure.ConversationEraser;

/** The stream of each conversation: what its customer and its agent see happen. */
@ApplicationScoped
public class ConversationEvents implements ConversationEraser {
    /** A turn was answered. */
    public static final String TURN = "turn";
    /** The customer spoke while an agent owns the conversation. */
    public static final String CUSTOMER_MESSAGE = "customer_message";

    public static final String HANDOFF_WAITING = "handoff_waiting";
    public static final String AGENT_JOINED = "agent_joined";
    public static final String AGENT_MESSAGE = "agent_message";
    public static final String RETURNED = "returned";
    public static final String RESOLVED = "resolved";

    private final EventLog log;

    ConversationEvents(EventLog log) {
        this.log = log;
    }

    /**
     * Adds an event in the transaction that runs; listeners hear of it once that commits. Whoever also holds the
     * conversation's owner takes that hold first: everybody locks in this order.
     */
    public StreamEvent append(String conversationId, String kind, Object payload) {
        return log.append(stream(conversationId), conversationId, kind, payload);
    }

    /** Takes the number of the event that comes next, in one way with the owner's hold. */
    public Supplier<Long> next(Together reads, String conversationId) {
        return log.next(reads, stream(conversationId));
    }

    /** Takes the number of the event that comes next. */
    public long next(String conversationId) {
        return log.next(stream(conversationId));
    }

    /** As above, under a number that was {@linkplain #next taken} before. */
    public StreamEvent append(String conversationId, long number, String kind, Object payload) {
        return log.append(stream(conversationId), number, conversationId, kind, payload);
    }

    /** Removes what was said in a conversation from all streams, in the transaction that runs. */
    @Override
    public void forget(String conversationId) {
        log.forget(stream(conversationId), conversationId);
    }

    public static String stream(String conversationId) {
        return "conversation/" + conversationId;
    }
}
