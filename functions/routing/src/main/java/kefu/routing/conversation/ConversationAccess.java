package kefu.routing.conversation;

import jakarta.enterprise.context.RequestScoped;
import kefu.chassis.caller.Caller;
import kefu.chassis.problem.Problem;

/** Who may reach a conversation: whoever holds its token, its customer, and staff. */
@RequestScoped
public class ConversationAccess {
    private final Caller caller;
    private final Conversations conversations;

    ConversationAccess(Caller caller, Conversations conversations) {
        this.caller = caller;
        this.conversations = conversations;
    }

    /**
     * @return the conversation
     * @throws kefu.chassis.problem.ProblemException 401 without a token, 403 with somebody else's, 404 when there is none
     */
    public Conversation require(String id) {
        return isOpen(id) ? conversations.require(id) : own(id);
    }

    /** Like {@link #require}, but leaves it to the caller to find that there is no such conversation. */
    void check(String id) {
        if (!isOpen(id)) own(id);
    }

    /** @return whether the caller may reach it whoever it belongs to */
    private boolean isOpen(String id) {
        if (caller.isAnonymous())
            throw Problem.unauthenticated("Send the conversation's token, or a customer's.")
                    .asException();
        return caller.isStaff()
                || caller.attribute(ConversationTokens.CONVERSATION)
                        .filter(id::equals)
                        .isPresent();
    }

    private Conversation own(String id) {
        if (caller.customerId().isEmpty()) throw foreign();
        var conversation = conversations.require(id);
        if (caller.customerId().equals(conversation.customerId()) && "jwt".equals(conversation.identifiedBy))
            return conversation;
        throw foreign();
    }

    private static RuntimeException foreign() {
        return Problem.forbidden("This token does not open the conversation.").asException();
    }
}
