package kefu.routing.packtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kefu.model.turn.Reply;
import kefu.model.turn.TurnAnswer;
import kefu.routing.pack.PackFile;
import kefu.routing.pack.PackProblem.Mistake;

/** What a turn's answer is expected to be, and where it is not. */
record Expectations(PackFile file, Script.Turn turn, List<Mistake> unmet) {

    void check(TurnAnswer answer) {
        var reply = answer.reply();
        one("intent", answer.understanding().intent());
        one("act", reply.act().json());
        one("expects", reply.expects() == null ? "nothing" : reply.expects().slot());
        one("handoff", answer.handoff() == null ? "none" : answer.handoff().reason());
        each(
                "operation",
                answer.actions().stream().map(a -> a.name() + " " + a.status()).toList());
        each("source", reply.sources().stream().map(s -> s.kind()).distinct().toList());
        each("options", options(reply));
        says(reply.text());
    }

    private static List<String> options(Reply reply) {
        return reply.expects() == null
                ? List.of()
                : reply.expects().options().stream().map(o -> o.value()).toList();
    }

    private void one(String what, String found) {
        var expected = turn.node().path(what);
        if (!expected.isMissingNode() && !expected.asText().equals(found)) differs(what, expected.asText(), found);
    }

    private void each(String what, List<String> found) {
        for (var expected : texts(turn.node().path(what)))
            if (!found.contains(expected)) differs(what, expected, found.toString());
    }

    private void says(String text) {
        for (var expected : texts(turn.node().path("says")))
            if (!text.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT)))
                differs("says", expected, text.replace("\n", " / "));
    }

    private void differs(String what, String expected, String found) {
        unmet.add(new Mistake(
                file.name(),
                file.line(turn.path() + "." + what),
                what + " is " + found + ", expected " + expected + " (after: " + turn.said() + ")"));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isArray()) node.forEach(item -> texts.add(item.asText()));
        else if (!node.isMissingNode()) texts.add(node.asText());
        return texts;
    }
}
