package kefu.analytics.count;

import java.util.Optional;

/** What is remembered of the conversations of the last day. */
public interface Conversations {
    Optional<Conversation> find(String conversationId);

    void put(String conversationId, Conversation conversation);
}
