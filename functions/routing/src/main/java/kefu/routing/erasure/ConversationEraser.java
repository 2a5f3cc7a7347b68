package kefu.routing.erasure;

/** Forgets what a package holds of a conversation. Every bean of this type is asked before the conversation goes. */
public interface ConversationEraser {
    void forget(String conversationId);
}
