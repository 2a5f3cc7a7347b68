package kefu.routing.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import kefu.routing.context.Context;
import kefu.routing.dialogue.DialogueState;

/** What a conversation carries from turn to turn. */
@RegisterForReflection(targets = {ConversationState.class, Context.class, DialogueState.class, Explanation.class})
public record ConversationState(Context context, DialogueState dialogue) {
    static final ConversationState START = new ConversationState(Context.EMPTY, DialogueState.IDLE);
}
