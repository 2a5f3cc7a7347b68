package kefu.routing.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kefu.model.shop.Address;
import kefu.model.shop.LocalText;
import kefu.model.turn.Action;
import kefu.model.turn.Source;
import kefu.routing.pack.Flow.Step;
import kefu.routing.store.Asker;
import kefu.routing.store.Operations;
import kefu.routing.store.Outcome;
import kefu.routing.store.rules.StoreOperation;

/**
 * Carries operations out as the shop demands: rules checked, preview shown, yes received to exactly that preview,
 * committed once, receipt given.
 */
@ApplicationScoped
class Carrying {
    private final Operations operations;
    private final ObjectMapper json;

    Carrying(Operations operations, ObjectMapper json) {
        this.operations = operations;
        this.json = json;
    }

    /** Shows what would be done and waits for a yes, or says why it cannot be. */
    Move propose(Step.Do step, Situation situation) {
        var arguments = arguments(step, situation);
        var outcome = operations.preview(operation(step, arguments), asker(situation));
        return switch (outcome) {
            case Outcome.Previewed(var lines) -> {
                var text = situation.say("confirm", Map.of("lines", bullets(lines, situation.language())));
                yield Move.of(
                                situation,
                                new Decision.Confirm(text),
                                situation.state().awaitingYes(fingerprint(step, arguments, lines)))
                        .doing(new Action(step.operation(), arguments, "previewed", null));
            }
            case Outcome.Refused refused -> refuse(step, arguments, refused, situation);
            case Outcome.Done _ -> throw new IllegalStateException("a preview does nothing");
        };
    }

    /** Does what was agreed to, if it is still exactly that; otherwise shows what it would be now. */
    Move carryOut(Step.Do step, Situation situation) {
        var agreed = situation.state().agreed();
        var again = propose(step, situation);
        if (!(again.decision() instanceof Decision.Confirm)
                || !again.state().agreed().equals(agreed)) return again;
        var arguments = arguments(step, situation);
        var key = situation.conversationId() + "/" + agreed;
        return switch (operations.perform(operation(step, arguments), asker(situation), key)) {
            case Outcome.Done(var receipt, var lines) ->
                Move.of(
                                situation,
                                new Decision.Done(
                                        situation.say(
                                                "done",
                                                Map.of(
                                                        "lines",
                                                        bullets(lines, situation.language()),
                                                        "receipt",
                                                        receipt.id())),
                                        sources(arguments)),
                                DialogueState.IDLE)
                        .doing(new Action(step.operation(), arguments, "done", receipt.id()));
            case Outcome.Refused refused -> refuse(step, arguments, refused, situation);
            case Outcome.Previewed _ -> throw new IllegalStateException("an operation does more than preview");
        };
    }

    private static Move refuse(
            Step.Do step, Map<String, Object> arguments, Outcome.Refused refused, Situation situation) {
        var text = refused.reason().in(situation.language());
        return Move.of(
                        situation,
                        new Decision.Refuse(text, new Source("policy", refused.rule(), null, null)),
                        DialogueState.IDLE)
                .doing(new Action(step.operation(), arguments, "refused", null));
    }

    private static StoreOperation operation(Step.Do step, Map<String, Object> arguments) {
        return StoreOperation.read(step.operation(), arguments);
    }

    private static Asker asker(Situation situation) {
        var customer = situation.customer().orElseThrow().id();
        return new Asker("customer", customer, customer);
    }

    /** Slot values as the operation wants them: {@code =text} is a constant, a list or a map is kept joined in its slot. */
    private Map<String, Object> arguments(Step.Do step, Situation situation) {
        var arguments = new LinkedHashMap<String, Object>();
        step.with().forEach((argument, slot) -> {
            if (slot.startsWith("=")) {
                arguments.put(argument, slot.substring(1));
                return;
            }
            var value = situation.state().slots().get(slot);
            if (value == null) return;
            arguments.put(
                    argument,
                    switch (situation.pack().slot(slot).kind()) {
                        case "items" -> List.of(value.split(","));
                        case "variant" ->
                            Arrays.stream(value.split(","))
                                    .map(change -> change.split("="))
                                    .collect(Collectors.toMap(c -> c[0], c -> c[1], (a, _) -> a, LinkedHashMap::new));
                        case "address" -> address(value);
                        default -> value;
                    });
        });
        return arguments;
    }

    private Object address(String value) {
        try {
            return json.convertValue(json.readValue(value, Address.class), Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept address is readable", e);
        }
    }

    private static List<Source> sources(Map<String, Object> arguments) {
        return arguments.get("orderId") instanceof String order
                ? List.of(new Source("order", order, null, null))
                : List.of();
    }

    private static String bullets(List<LocalText> lines, String language) {
        return lines.stream().map(line -> "• " + line.in(language)).collect(Collectors.joining("\n"));
    }

    private static String fingerprint(Step.Do step, Map<String, Object> arguments, List<LocalText> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((step.operation() + arguments + lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
