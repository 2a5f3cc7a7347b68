package kefu.routing.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kefu.model.shop.OrderStatus;
import kefu.model.understanding.Intent;
import kefu.routing.pack.IntentRule.Handling;

/** Checks that a pack's files speak of each other truly: every name that is used exists, every flow is reached. */
final class PackCheck {
    private final Pack pack;
    private final List<PackProblem.Mistake> mistakes = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();

    PackCheck(Pack pack) {
        this.pack = pack;
    }

    List<PackProblem.Mistake> mistakes() {
        var reached = new HashSet<String>();
        pack.intents().values().forEach(intent -> intent(intent, reached));
        pack.flows().values().forEach(flow -> flow(flow, reached));
        pack.slots().values().forEach(this::slot);
        SpokenReplies.ALWAYS.forEach(reply -> spoken("every pack", reply));
        if (!pack.intents().containsKey(Intent.OUT_OF_SCOPE))
            add("intents", "", "has no intent " + Intent.OUT_OF_SCOPE + ", which answers what fits nothing");
        return mistakes;
    }

    private void intent(IntentRule intent, HashSet<String> reached) {
        intent.wording()
                .ifPresent(wording -> wording.insteadOf().stream()
                        .filter(other -> !pack.intents().containsKey(other))
                        .forEach(other ->
                                add("intents", intent.name(), "is meant instead of an unknown intent " + other)));
        switch (intent.handling()) {
            case Handling.Follow(var flow) -> {
                reached.add(flow);
                if (!pack.flows().containsKey(flow)) add("intents", intent.name(), "follows an unknown flow " + flow);
            }
            case Handling.Say say -> reply("intents", intent.name(), say.reply());
            case Handling.HandOver(var reason) -> reply("intents", intent.name(), "handoff." + reason);
            case Handling.Answer answer -> {
                if (answer.from().isEmpty()) add("intents", intent.name(), "answers out of nothing");
                answer.from().forEach(kind -> evidence("intents", intent.name(), kind));
            }
            case Handling.Respond _ -> {}
        }
    }

    private void flow(Flow flow, HashSet<String> reached) {
        if (!reached.contains(flow.name())) add("flows", flow.name(), "is reached by no intent");
        flow.instead().forEach((status, other) -> instead(flow, status, other));
        var asked = new HashSet<String>();
        for (int i = 0; i < flow.steps().size(); i++) {
            var path = flow.name() + ".steps." + i;
            switch (flow.steps().get(i)) {
                case Flow.Step.Ask ask -> {
                    if (!pack.slots().containsKey(ask.slot()))
                        add("flows", path, "asks for an unknown slot " + ask.slot());
                    ask.prompt().ifPresent(prompt -> reply("flows", path, prompt));
                    ask.when().keySet().forEach(condition -> known(path, condition, asked));
                    asked.add(ask.slot());
                }
                case Flow.Step.Do carry -> {
                    carry.with().values().stream()
                            .filter(slot -> !slot.startsWith("="))
                            .forEach(slot -> known(path, slot, asked));
                    carry.whole().ifPresent(reply -> reply("flows", path, reply));
                    SpokenReplies.OF_OPERATIONS.forEach(reply -> spoken("an operation", reply));
                }
                case Flow.Step.Show show -> evidence("flows", path, show.evidence());
            }
        }
    }

    private void instead(Flow flow, String status, String other) {
        var path = flow.name() + ".instead";
        if (Arrays.stream(OrderStatus.values()).map(OrderStatus::json).noneMatch(status::equals))
            add("flows", path, "knows no order that is " + status);
        var follows = pack.flows().get(other);
        if (follows == null) add("flows", path, "follows an unknown flow " + other);
        else if (follows.instead().containsKey(status))
            add("flows", path, "leads to " + other + ", which for orders that are " + status + " leads on");
        reply("flows", path, "instead." + other);
    }

    private void known(String path, String slot, HashSet<String> asked) {
        if (!asked.contains(slot)) add("flows", path, "needs the slot " + slot + ", which no step before asks for");
    }

    private void slot(SlotRule slot) {
        reply("slots", slot.name(), slot.prompt());
        SpokenReplies.ofSlot(slot.kind()).forEach(reply -> spoken("a slot of kind " + slot.kind(), reply));
        if (slot.kind().equals("choice") && slot.choices().isEmpty()) add("slots", slot.name(), "has no choices");
    }

    private void evidence(String file, String path, String kind) {
        if (!SpokenReplies.evidence().contains(kind))
            add(file, path, "needs evidence of an unknown kind " + kind + "; there are " + SpokenReplies.evidence());
        SpokenReplies.ofEvidence(kind).forEach(reply -> spoken("evidence of kind " + kind, reply));
    }

    /** @param by what says it */
    private void spoken(String by, String reply) {
        if (!pack.replies().containsKey(reply) && missing.add(reply))
            add("replies", "", "has no " + reply + ", which " + by + " says");
    }

    private void reply(String file, String path, String reply) {
        if (!pack.replies().containsKey(reply)) add(file, path, "uses an unknown reply " + reply);
    }

    private void add(String file, String path, String what) {
        var in = pack.file(file);
        mistakes.add(new PackProblem.Mistake(in.name(), in.line(path), (path.isEmpty() ? "" : path + " ") + what));
    }
}
