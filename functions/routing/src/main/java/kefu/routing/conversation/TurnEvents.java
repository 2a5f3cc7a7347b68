package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import kefu.chassis.privacy.Masking;
import kefu.model.Ids;
import kefu.model.event.TurnAnswered;
import kefu.model.recommendation.RecommendedProduct;
import kefu.model.turn.Action;
import kefu.model.turn.Expects;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.model.understanding.Entity;

/** Says to the other functions that a turn was answered, without anything personal. */
@ApplicationScoped
class TurnEvents {
    private static final Set<String> PERSONAL_ARGUMENTS = Set.of("address", "title", "taxNumber");
    private static final String MASK = "[masked]";

    /** @param conversation as it was when the turn came: what had been asked says what the words may hold */
    TurnAnswered answered(
            Conversation conversation, TurnRequest request, TurnAnswer answer, Instant at, double millis) {
        var reply = answer.reply();
        return new TurnAnswered(
                Ids.next(),
                at,
                at,
                conversation.id,
                answer.number(),
                conversation.customerId,
                conversation.channel,
                conversation.pack,
                utterance(request, answer, conversation.state.dialogue().asked()),
                understanding(answer.understanding()),
                answer.context(),
                reply == null ? null : reply.act(),
                reply == null ? null : Masking.mask(reply.text()),
                answer.actions().stream().map(TurnEvents::withoutPersonal).toList(),
                answer.recommendations().stream()
                        .map(RecommendedProduct::productId)
                        .toList(),
                reply == null ? List.of() : reply.sources(),
                answer.owner(),
                answer.degraded(),
                millis,
                answer.servedBy());
    }

    /** What the entities say is personal is masked by their spans, the rest by its shape. */
    private static String utterance(TurnRequest request, TurnAnswer answer, String asked) {
        if (request.text() == null) return "";
        if (Expects.saysWho(asked, request.text())) return "[person]";
        var points = request.text().codePoints().toArray();
        var masked = new StringBuilder();
        int from = 0;
        for (var entity : personal(answer.understanding().entities())) {
            if (entity.start() < from || entity.end() > points.length) continue;
            masked.append(new String(points, from, entity.start() - from))
                    .append('[')
                    .append(entity.type())
                    .append(']');
            from = entity.end();
        }
        masked.append(new String(points, from, points.length - from));
        return Masking.mask(masked.toString());
    }

    private static List<Entity> personal(List<Entity> entities) {
        return entities.stream()
                .filter(Entity::personal)
                .sorted(java.util.Comparator.comparingInt(Entity::start))
                .toList();
    }

    private static TurnAnswer.Understood understanding(TurnAnswer.Understood seen) {
        return new TurnAnswer.Understood(
                seen.language(),
                seen.intent(),
                seen.confidence(),
                seen.alternatives(),
                seen.emotion(),
                seen.entities().stream()
                        .map(e -> e.personal() ? new Entity(e.type(), MASK, e.start(), e.end()) : e)
                        .toList());
    }

    private static Action withoutPersonal(Action action) {
        var arguments = new LinkedHashMap<>(action.arguments());
        arguments.replaceAll((name, value) -> PERSONAL_ARGUMENTS.contains(name) ? MASK : value);
        return new Action(action.name(), arguments, action.status(), action.receiptId());
    }
}
