package kefu.routing.dialogue;

import java.util.List;
import kefu.model.Require;
import kefu.model.turn.Source;

/** Something that can be said, and where it comes from. A finding without a source does not exist. */
public record Finding(String text, List<Source> sources) {
    public Finding {
        Require.text(text, "text");
        sources = Require.list(sources);
        if (sources.isEmpty()) throw new IllegalArgumentException("a claim needs a source: " + text);
    }
}
