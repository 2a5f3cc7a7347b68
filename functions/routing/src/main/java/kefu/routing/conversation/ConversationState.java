package kefu.routing.conversation;

import kefu.routing.context.Context;
import kefu.routing.dialogue.DialogueState;

/** What a conversation carries from turn to turn. */
public record ConversationState(Context context, DialogueState dialogue) {
    static final ConversationState START = new ConversationState(Context.EMPTY, DialogueState.IDLE);
}
