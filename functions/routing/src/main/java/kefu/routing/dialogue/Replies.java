package kefu.routing.dialogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kefu.model.turn.Act;
import kefu.model.turn.Expects;
import kefu.model.turn.Expects.Option;
import kefu.model.turn.Reply;

/** Turns a decision into what the customer reads. */
public final class Replies {
    /** The slot of a clarifying question. */
    public static final String WHICH_INTENT = "intent";

    static final String CONFIRMATION = "confirmation";

    private Replies() {}

    /** @return whether a reply may ask for it, beside the slots of a pack */
    public static boolean expects(String slot) {
        return slot.equals(WHICH_INTENT) || slot.equals(CONFIRMATION);
    }

    public static Reply say(Decision decision, Situation situation) {
        return switch (decision) {
            case Decision.Say(var act, var text) -> new Reply(act, text, null, List.of(), List.of());
            case Decision.Inform(var findings) ->
                new Reply(
                        Act.INFORM,
                        findings.stream().map(Finding::text).distinct().collect(Collectors.joining("\n")),
                        null,
                        List.of(),
                        findings.stream()
                                .flatMap(f -> f.sources().stream())
                                .distinct()
                                .toList());
            case Decision.Request(var slot, var text, var many, var options, var problem) ->
                new Reply(
                        Act.REQUEST,
                        problem.isEmpty() ? text : problem + "\n" + text,
                        new Expects(slot, many, options),
                        options,
                        List.of());
            case Decision.Confirm(var text) ->
                new Reply(
                        Act.CONFIRM,
                        text,
                        new Expects(CONFIRMATION, false, yesNo(situation)),
                        yesNo(situation),
                        List.of());
            case Decision.Several(var decisions) ->
                decisions.stream()
                        .map(each -> say(each, situation))
                        .reduce(Replies::join)
                        .orElseThrow();
            case Decision.Done(var text, var sources) -> new Reply(Act.NOTIFY_SUCCESS, text, null, List.of(), sources);
            case Decision.Refuse(var text, var policy, var otherwise) -> {
                var asked = otherwise.map(request -> say(request, situation));
                yield new Reply(
                        Act.DENY,
                        asked.map(request -> text + "\n" + request.text()).orElse(text),
                        asked.map(Reply::expects).orElse(null),
                        asked.map(Reply::quickReplies).orElse(List.of()),
                        List.of(policy));
            }
            case Decision.Clarify(var text, var options) ->
                new Reply(Act.CLARIFY, text, new Expects(WHICH_INTENT, false, options), options, List.of());
            case Decision.CallOff(var text) -> new Reply(Act.INFORM, text, null, List.of(), List.of());
            case Decision.HandOff handOff -> new Reply(Act.HANDOFF, handOff.text(), null, List.of(), List.of());
        };
    }

    /** What is asked is asked last. Where nothing is, that something was done or refused says more than what was told beside it. */
    private static Reply join(Reply first, Reply then) {
        boolean tells = then.expects() == null && (then.act() == Act.INFORM || then.act() == Act.CLARIFY);
        boolean matters = first.act() == Act.NOTIFY_SUCCESS || first.act() == Act.DENY;
        var act = tells && matters ? first.act() : then.act();
        var sources = Stream.concat(first.sources().stream(), then.sources().stream())
                .distinct()
                .toList();
        return new Reply(act, first.text() + "\n\n" + then.text(), then.expects(), then.quickReplies(), sources);
    }

    private static List<Option> yesNo(Situation situation) {
        return List.of(
                new Option("yes", situation.say("yes", Map.of())), new Option("no", situation.say("no", Map.of())));
    }
}
