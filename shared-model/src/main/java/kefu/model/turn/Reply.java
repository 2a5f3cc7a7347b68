package kefu.model.turn;

import java.util.List;
import kefu.model.Require;

/** What Kefu says. @param expects what the next turn should answer; null for nothing in particular */
public record Reply(Act act, String text, Expects expects, List<Expects.Option> quickReplies, List<Source> sources) {
    public Reply {
        Require.present(act, "act");
        Require.present(text, "text");
        quickReplies = Require.list(quickReplies);
        sources = Require.list(sources);
    }
}
