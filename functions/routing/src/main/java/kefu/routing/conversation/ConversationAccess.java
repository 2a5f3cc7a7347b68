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
        if (caller.isAnonymous())
            throw Problem.unauthenticated("Send the conversation's token, or a customer's.")
                    .asException();
        var holdsToken = caller.attribute(ConversationTokens.CONVERSATION)
                .filter(id::equals)
                .isPresent();
        if (!holdsToken && !caller.isStaff() && caller.customerId().isEmpty())
            throw Problem.forbidden("This conversation belongs to somebody else.")
                    .asException();
        var conversation = conversations.require(id);
        if (holdsToken || caller.isStaff()) return conversation;
        if (caller.customerId().equals(conversation.customerId()) && "jwt".equals(conversation.identifiedBy))
            return conversation;
        throw Problem.forbidden("This conversation belongs to somebody else.").asException();
    }
}
