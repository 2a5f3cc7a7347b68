package kefu.routing.packtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kefu.model.turn.TurnRequest;
import kefu.model.turn.TurnRequest.PageContext;
import kefu.routing.conversation.StartConversation;
import kefu.routing.pack.PackFile;
import kefu.routing.pack.PackProblem.Mistake;

/** A conversation as a pack's tests write it. */
record Script(PackFile file, String path, JsonNode node) {
    private static final Set<String> KEYS = Set.of("language", "signedIn", "product", "turns", "afterwards");

    /** @return what is written there and means nothing */
    List<Mistake> unknownKeys() {
        var mistakes = new ArrayList<Mistake>();
        unknown(path, node, KEYS, mistakes);
        turns().forEach(turn -> unknown(turn.path(), turn.node(), Turn.KEYS, mistakes));
        if (turns().isEmpty()) mistakes.add(new Mistake(file.name(), file.line(path), "has no turns"));
        return mistakes;
    }

    StartConversation.Wish wish(String pack) {
        var context =
                node.has("product") ? new PageContext(null, node.path("product").asText(), null, List.of()) : null;
        return new StartConversation.Wish(
                "web", node.has("language") ? node.path("language").asText() : null, pack, context);
    }

    /** @return the customer who is signed in */
    Optional<String> signedIn() {
        return Optional.ofNullable(node.get("signedIn")).map(JsonNode::asText);
    }

    List<Turn> turns() {
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < node.path("turns").size(); i++)
            turns.add(new Turn(path + ".turns." + i, node.path("turns").get(i)));
        return turns;
    }

    /** @return the status of orders after the last turn */
    Map<String, String> statusesAfterwards() {
        var statuses = new LinkedHashMap<String, String>();
        node.path("afterwards")
                .properties()
                .forEach(e -> statuses.put(e.getKey(), e.getValue().asText()));
        return statuses;
    }

    private void unknown(String at, JsonNode of, Set<String> known, List<Mistake> mistakes) {
        of.properties().forEach(e -> {
            if (!known.contains(e.getKey()))
                mistakes.add(new Mistake(
                        file.name(),
                        file.line(at + "." + e.getKey()),
                        e.getKey() + " means nothing here; known are "
                                + known.stream().sorted().toList()));
        });
    }

    /** What the customer says or chooses, and what is expected of the answer. */
    record Turn(String path, JsonNode node) {
        static final Set<String> KEYS = Set.of(
                "say", "choose", "intent", "act", "expects", "options", "says", "operation", "handoff", "source");

        TurnRequest request() {
            var chosen = node.path("choose").properties().stream().findFirst();
            return new TurnRequest(
                    node.has("say") ? node.path("say").asText() : null,
                    chosen.map(c -> new TurnRequest.Answer(
                                    c.getKey(), c.getValue().asText()))
                            .orElse(null),
                    null,
                    List.of());
        }

        String said() {
            return node.has("say")
                    ? node.path("say").asText()
                    : node.path("choose").toString();
        }
    }
}
