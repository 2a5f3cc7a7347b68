package kefu.routing.pack;

import java.util.stream.Collectors;
import kefu.routing.pack.Flow.Step;
import kefu.routing.pack.IntentRule.Handling;

/** Draws what a pack does for each intent as a flowchart (Mermaid). */
final class PackDiagram {
    private final Pack pack;
    private final StringBuilder drawn = new StringBuilder("flowchart LR\n");

    PackDiagram(Pack pack) {
        this.pack = pack;
    }

    String draw() {
        pack.intents().values().forEach(this::intent);
        pack.flows().values().forEach(this::flow);
        return drawn.toString();
    }

    private void intent(IntentRule intent) {
        var node = "i_" + id(intent.name());
        line(node + "([\"" + intent.name() + "\"])");
        switch (intent.handling()) {
            case Handling.Follow(var flow) -> line(node + " --> f_" + id(flow) + "_0");
            case Handling.Answer answer -> end(node, "answer: " + String.join(", ", answer.from()));
            case Handling.Say say -> end(node, "say: " + say.reply());
            case Handling.HandOver(var reason) -> end(node, "a person: " + reason);
            case Handling.Respond(var affirms) ->
                end(node, affirms ? "a yes to what was asked" : "a no to what was asked");
        }
    }

    /** Steps one after the other; one that applies only sometimes says when on its arrow. */
    private void flow(Flow flow) {
        line("subgraph " + flow.name());
        for (int i = 0; i < flow.steps().size(); i++) {
            var step = flow.steps().get(i);
            var node = "f_" + id(flow.name()) + "_" + i;
            line("  " + node + shape(step));
            if (i > 0) line("  f_" + id(flow.name()) + "_" + (i - 1) + " -->" + when(step) + " " + node);
        }
        line("end");
        flow.instead()
                .forEach((status, other) ->
                        line("f_" + id(flow.name()) + "_0 -. " + status + " .-> f_" + id(other) + "_0"));
    }

    private static String shape(Step step) {
        return switch (step) {
            case Step.Ask ask ->
                "[/\"ask " + ask.slot()
                        + (ask.statuses().isEmpty() ? "" : " (" + String.join(", ", ask.statuses()) + ")") + "\"/]";
            case Step.Do carry -> "{{\"confirm, then " + carry.operation() + "\"}}";
            case Step.Show show -> "[\"show " + show.evidence() + "\"]";
        };
    }

    private static String when(Step step) {
        return step.when().isEmpty()
                ? ""
                : step.when().entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining(", ", "|\"", "\"|"));
    }

    private void end(String from, String what) {
        line(from + " --> e_" + from + "[\"" + what + "\"]");
    }

    private void line(String text) {
        drawn.append("  ").append(text).append('\n');
    }

    private static String id(String name) {
        return name.replaceAll("\\W", "_");
    }
}
