package kefu.routing.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.model.turn.Act;
import kefu.routing.dialogue.evidence.EvidenceKinds;
import kefu.routing.dialogue.slot.SlotKind.Asking;
import kefu.routing.dialogue.slot.SlotKind.Reading;
import kefu.routing.dialogue.slot.SlotKinds;
import kefu.routing.pack.Flow.Step;
import kefu.routing.pack.IntentRule.Handling;

/** Answers a question out of what is known, and asks which product it is about where that is not. */
@ApplicationScoped
class Answering {
    private static final Step.Ask WHICH_PRODUCT = new Step.Ask("product", List.of(), Optional.empty(), Map.of());
    private static final List<String> ARTICLES = List.of("knowledge");

    private final EvidenceKinds evidence;
    private final SlotKinds slots;

    Answering(EvidenceKinds evidence, SlotKinds slots) {
        this.evidence = evidence;
        this.slots = slots;
    }

    Move answer(Situation situation, Handling.Answer answer) {
        if (situation.context().productId() == null && evidence.needProduct(answer.from())) {
            // Where what the question is for is told without one, two products that are compared, none is asked for.
            if (isTold(answer, situation)) return told(situation, answer);
            var general = evidence.find(withoutProduct(answer), situation);
            var ask = askProduct(situation, general);
            if (ask.isPresent()) return ask.get();
        }
        return told(situation, answer);
    }

    /** @return whether there is an answer to what the question is for */
    private boolean isTold(Handling.Answer answer, Situation situation) {
        return evidence.of(answer.from().getFirst()).find(situation).isPresent();
    }

    private List<String> withoutProduct(Handling.Answer answer) {
        return answer.from().stream()
                .filter(kind -> !evidence.of(kind).needsProduct())
                .toList();
    }

    private Move told(Situation situation, Handling.Answer answer) {
        // Beside two products that are compared one of them alone says nothing new.
        boolean ofSeveral = !evidence.of(answer.from().getFirst()).needsProduct() && isTold(answer, situation);
        var from = ofSeveral ? withoutProduct(answer) : answer.from();
        var findings = evidence.find(from, situation);
        if (findings.isEmpty()) {
            var nothing = new Decision.Say(Act.CLARIFY, situation.say("nothingFound"));
            return Move.of(situation, nothing, situation.state().failed());
        }
        var move = Move.of(situation, new Decision.Inform(findings), DialogueState.IDLE);
        return answer.recommend() ? move.recommending() : move;
    }

    private Optional<Move> askProduct(Situation situation, List<Finding> general) {
        if (situation.pack().slot("product") == null) return Optional.empty();
        var asking = new Asking(situation, situation.pack().slot("product"), WHICH_PRODUCT);
        var kind = slots.of("product");
        var known = general.stream()
                .map(Finding::text)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
        var options = kind.options(asking);
        boolean again = asking.asked() && options.equals(situation.state().options());
        var request = new Decision.Request(
                "product",
                kind.question(asking),
                false,
                options,
                again && known.isEmpty() ? situation.say("again.product") : known);
        var before = again ? situation.state().failed() : DialogueState.IDLE;
        return Optional.of(Move.of(situation, request, before.asking("product", options), "which product?")
                .recommending());
    }

    /** What no intent is for may be in an article all the same. */
    Optional<Move> outOfArticles(Situation situation) {
        var findings = evidence.find(ARTICLES, situation);
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(Move.of(situation, new Decision.Inform(findings), DialogueState.IDLE, "in an article"));
    }

    /** @return the product that is named or chosen now, or was meant before */
    Optional<String> product(Situation situation) {
        var asking = new Asking(situation, situation.pack().slot("product"), WHICH_PRODUCT);
        return slots.of("product").read(asking) instanceof Reading.Filled(var product)
                ? Optional.of(product)
                : Optional.empty();
    }
}
