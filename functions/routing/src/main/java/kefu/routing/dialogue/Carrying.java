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
import java.util.Optional;
import java.util.stream.Collectors;
import kefu.model.shop.Address;
import kefu.model.shop.LocalText;
import kefu.model.shop.Order;
import kefu.model.shop.Product;
import kefu.model.turn.Action;
import kefu.model.turn.Source;
import kefu.routing.pack.Flow.Step;
import kefu.routing.store.Asker;
import kefu.routing.store.Operations;
import kefu.routing.store.Outcome;
import kefu.routing.store.Store;
import kefu.routing.store.rules.StoreOperation;

/**
 * Carries operations out as the shop demands: rules checked, preview shown, yes received to exactly that preview,
 * committed once, receipt given.
 */
@ApplicationScoped
class Carrying {
    private final Operations operations;
    private final Questions questions;
    private final Store store;
    private final ObjectMapper json;

    Carrying(Operations operations, Questions questions, Store store, ObjectMapper json) {
        this.operations = operations;
        this.questions = questions;
        this.store = store;
        this.json = json;
    }

    /** Shows what would be done and waits for a yes, or says why it cannot be. */
    Move propose(Step.Do step, Situation situation) {
        var arguments = arguments(step, situation);
        return switch (operations.preview(operation(step, arguments), asker(situation))) {
            case Outcome.Previewed(var lines) -> confirm(step, arguments, lines, situation);
            case Outcome.Refused refused -> refuse(step, arguments, refused, situation);
            case Outcome.Done _ -> throw new IllegalStateException("a preview does nothing");
        };
    }

    /** Says why it cannot be done to this order at all, before more is asked; empty where it may be. */
    Optional<Move> impossible(Step.Do step, String order, Situation situation) {
        return operations
                .impossible(step.operation(), order, asker(situation))
                .map(refused -> refuse(step, Map.of("orderId", order), refused, situation));
    }

    /** Does what was agreed to, if it is still exactly that; otherwise shows what it would be now. */
    Move carryOut(Step.Do step, Situation situation) {
        var arguments = arguments(step, situation);
        var operation = operation(step, arguments);
        return switch (operations.preview(operation, asker(situation))) {
            case Outcome.Previewed(var lines) -> {
                var agreed = situation.state().agreed();
                if (!fingerprint(step, arguments, lines).equals(agreed))
                    yield confirm(step, arguments, lines, situation);
                var key = situation.conversationId() + "/" + agreed;
                yield switch (operations.perform(operation, asker(situation), key, Optional.of(lines))) {
                    case Outcome.Done done -> done(step, arguments, done, situation);
                    case Outcome.Refused refused -> refuse(step, arguments, refused, situation);
                    case Outcome.Previewed _ -> throw new IllegalStateException("an operation does more than preview");
                };
            }
            case Outcome.Refused refused -> refuse(step, arguments, refused, situation);
            case Outcome.Done _ -> throw new IllegalStateException("a preview does nothing");
        };
    }

    private Move confirm(Step.Do step, Map<String, Object> arguments, List<LocalText> lines, Situation situation) {
        var text = situation.say("confirm", Map.of("lines", bullets(lines, situation.language())));
        var state = situation.state().awaitingYes(fingerprint(step, arguments, lines));
        var preview = Move.of(situation, new Decision.Confirm(text), state)
                .doing(new Action(step.operation(), arguments, "previewed", null));
        return step.whole()
                .filter(_ -> arguments.get("orderId") instanceof String order && isMeantInPart(order, situation))
                .map(whole -> preview.saying(situation.say(whole)))
                .orElse(preview);
    }

    /** "Only the lamp": some of an order is named, and not all of it. */
    private boolean isMeantInPart(String orderId, Situation situation) {
        var items = store.order(orderId).map(Order::items).orElse(List.of());
        var named =
                store.productsNamed(situation.said()).stream().map(Product::id).toList();
        return items.stream().anyMatch(item -> named.contains(item.productId()))
                && !items.stream().allMatch(item -> named.contains(item.productId()));
    }

    private static Move done(Step.Do step, Map<String, Object> arguments, Outcome.Done done, Situation situation) {
        var receipt = done.receipt().id();
        var text =
                situation.say("done", Map.of("lines", bullets(done.lines(), situation.language()), "receipt", receipt));
        return Move.of(situation, new Decision.Done(text, sources(arguments)), DialogueState.IDLE)
                .doing(new Action(step.operation(), arguments, "done", receipt));
    }

    /** What is refused for one thing that was said is asked for again. */
    private Move refuse(Step.Do step, Map<String, Object> arguments, Outcome.Refused refused, Situation situation) {
        var text = refused.reason().in(situation.language());
        var policy = new Source("policy", refused.rule(), null, null);
        var again = refused.argument()
                .map(step.with()::get)
                .flatMap(situation.flow()::ask)
                .flatMap(ask -> questions.askForAnother(ask, situation));
        var otherwise = again.map(Move::decision).map(Decision.Request.class::cast);
        return Move.of(
                        situation,
                        new Decision.Refuse(text, policy, otherwise),
                        again.map(Move::state).orElse(DialogueState.IDLE))
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
