package kefu.routing.conversation;

import java.util.List;
import kefu.model.Require;
import kefu.model.turn.Source;
import kefu.model.turn.TurnAnswer;
import kefu.model.understanding.ServedBy;
import kefu.routing.context.Context;
import kefu.routing.dialogue.DialogueState;

/**
 * Why a turn was answered as it was.
 *
 * @param decidedBy the steps of the policy that led to the reply, in their order
 * @param facts the passages and facts the reply stands on
 */
public record Explanation(
        TurnAnswer.Understood understanding,
        Context contextBefore,
        Context contextAfter,
        DialogueState dialogueBefore,
        DialogueState dialogueAfter,
        List<String> decidedBy,
        List<Source> facts,
        ServedBy model,
        String pack) {
    public Explanation {
        decidedBy = Require.list(decidedBy);
        facts = Require.list(facts);
    }
}
