package kefu.local.chat;

import java.util.ArrayList;
import java.util.Locale;
import kefu.model.turn.Source;
import kefu.model.turn.TurnAnswer;

/** A reply as text for the terminal: words, numbered options, sources, products, what was understood. */
final class Transcript {
    private static final int WIDEST_QUOTE = 90;

    private Transcript() {}

    static String of(TurnAnswer turn, Conversation.Choices choices) {
        var lines = new ArrayList<String>();
        lines.add("");
        if (turn.reply() == null) lines.add("(A person has this conversation now and answers there.)");
        else lines.add(turn.reply().text());
        for (int i = 0; i < choices.options().size(); i++)
            lines.add("  " + (i + 1) + ") " + choices.options().get(i).label());
        if (turn.reply() != null) turn.reply().sources().forEach(source -> lines.add("  · " + source(source)));
        turn.recommendations()
                .forEach(product -> lines.add("  ★ " + product.name() + "  " + product.price() + " "
                        + product.currency() + (product.reason() == null ? "" : "  (" + product.reason() + ")")));
        turn.actions().forEach(action -> lines.add("  ⚙ " + action.name() + " " + action.status()));
        if (turn.handoff() != null)
            lines.add("  ☎ handed over: " + turn.handoff().status());
        lines.add(String.format(
                Locale.ROOT,
                "  [%s %.2f%s]",
                turn.understanding().intent(),
                turn.understanding().confidence(),
                turn.degraded().isEmpty() ? "" : ", without " + String.join(", ", turn.degraded())));
        return String.join("\n", lines) + "\n";
    }

    private static String source(Source source) {
        var title = source.title() == null ? source.id() : source.title();
        return source.kind() + ": " + title + (source.quote() == null ? "" : " “" + shortened(source.quote()) + "”");
    }

    private static String shortened(String quote) {
        return quote.length() <= WIDEST_QUOTE ? quote : quote.substring(0, WIDEST_QUOTE) + "…";
    }
}
