package kefu.routing.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import kefu.model.Require;
import kefu.model.understanding.UnderstandRequest.Earlier;
import kefu.routing.context.Context;
import kefu.routing.dialogue.DialogueState;

/** What a conversation carries from turn to turn. @param recent the last turns, oldest first, as understanding asks for them */
@RegisterForReflection(
        targets = {ConversationState.class, Context.class, DialogueState.class, Earlier.class, Explanation.class})
public record ConversationState(Context context, DialogueState dialogue, List<Earlier> recent) {
    static final ConversationState START = new ConversationState(Context.EMPTY, DialogueState.IDLE, List.of());

    public ConversationState {
        recent = Require.list(recent);
    }

    /** @return the state after a turn, with no more than {@code most} turns to remember */
    ConversationState next(Context context, DialogueState dialogue, Earlier turn, int most) {
        var turns = new ArrayList<>(recent);
        turns.add(turn);
        return new ConversationState(context, dialogue, turns.subList(Math.max(0, turns.size() - most), turns.size()));
    }
}
