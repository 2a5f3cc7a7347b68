package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.chassis.outbox.Outbox;
import kefu.model.turn.Expects;
import kefu.model.turn.Owner;
import kefu.model.turn.Reply;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.model.understanding.UnderstandRequest.Earlier;
import kefu.routing.context.Context;
import kefu.routing.dialogue.DialogueState;
import kefu.routing.dialogue.Heard;
import kefu.routing.dialogue.Move;
import kefu.routing.dialogue.Situation;
import kefu.routing.stream.ConversationEvents;

/** Keeps a turn: the conversation's new state, the turn with its explanation, what the stream tells, and the event. */
@ApplicationScoped
class TurnRecords {
    private final Conversations conversations;
    private final ConversationEvents stream;
    private final Outbox outbox;
    private final TurnEvents events;
    private final ConversationConfig config;

    TurnRecords(
            Conversations conversations,
            ConversationEvents stream,
            Outbox outbox,
            TurnEvents events,
            ConversationConfig config) {
        this.conversations = conversations;
        this.stream = stream;
        this.outbox = outbox;
        this.events = events;
        this.config = config;
    }

    /** @param event the number of what the stream tells */
    TurnAnswer keep(
            Conversation conversation,
            TurnRequest request,
            Situation situation,
            Move move,
            TurnAnswer answer,
            long event,
            Instant at,
            LedgerBook ledger) {
        var explanation = new Explanation(
                answer.understanding(),
                conversation.state.context(),
                move.context(),
                conversation.state.dialogue(),
                move.state(),
                move.trace(),
                answer.reply().sources(),
                answer.servedBy(),
                situation.pack().name() + " " + situation.pack().version());
        store(conversation, request, answer, explanation, at, ledger);
        conversation.language = situation.language();
        outbox.append(events.answered(conversation, request, answer, at, ledger.millis()));
        remember(conversation, request, answer, move.context(), move.state());
        stream.append(conversation.id, event, ConversationEvents.TURN, told(request, answer));
        return answer;
    }

    /** An agent owns the conversation: the customer's words go to the agent, and the bot is silent. */
    TurnAnswer keepForAgent(
            Conversation conversation,
            TurnRequest request,
            Heard heard,
            Context context,
            Owner owner,
            long event,
            Instant at,
            LedgerBook ledger) {
        var answer = new TurnAnswer(
                conversation.turns + 1,
                TurnAnswer.Understood.of(heard.understanding()),
                context.seen(null),
                null,
                List.of(),
                List.of(),
                null,
                owner,
                Attachments.degraded(request),
                heard.understanding().servedBy());
        var explanation = new Explanation(
                answer.understanding(),
                conversation.state.context(),
                context,
                conversation.state.dialogue(),
                DialogueState.IDLE,
                List.of("an agent owns the conversation"),
                List.of(),
                answer.servedBy(),
                conversation.pack);
        store(conversation, request, answer, explanation, at, ledger);
        outbox.append(events.answered(conversation, request, answer, at, ledger.millis()));
        remember(conversation, request, answer, context, DialogueState.IDLE);
        stream.append(conversation.id, event, ConversationEvents.CUSTOMER_MESSAGE, told(request, answer));
        return answer;
    }

    private void store(
            Conversation conversation,
            TurnRequest request,
            TurnAnswer answer,
            Explanation explanation,
            Instant at,
            LedgerBook ledger) {
        var turn = new StoredTurn();
        turn.conversationId = conversation.id;
        turn.number = answer.number();
        turn.at = at;
        turn.request = withoutData(request);
        turn.answer = answer;
        turn.ledger = ledger.close();
        conversations.add(turn, explanation);
        conversation.turns = answer.number();
    }

    /** Whose {@code Idempotency-Key} a turn's is. */
    static String idempotencyScope(String conversationId) {
        return "turns/" + conversationId;
    }

    private void remember(
            Conversation conversation,
            TurnRequest request,
            TurnAnswer answer,
            Context context,
            DialogueState dialogue) {
        var reply = Optional.ofNullable(answer.reply());
        var turn = new Earlier(
                request.text() == null ? "" : request.text(),
                answer.understanding().intent(),
                reply.map(r -> r.act().json()).orElse(null),
                reply.map(Reply::expects).map(Expects::slot).orElse(null));
        conversation.state = conversation.state.next(context, dialogue, turn, config.history());
        conversations.keep(conversation);
    }

    private static Map<String, Object> told(TurnRequest request, TurnAnswer answer) {
        var said = request.text() != null
                ? request.text()
                : request.answer() != null ? request.answer().value() : "";
        return Map.of("said", (said + " " + Attachments.marks(request)).strip(), "answer", answer);
    }

    /** Of an attachment is kept that it was there and of which kind, not what it shows or says. */
    private static TurnRequest withoutData(TurnRequest request) {
        var attachments = request.attachments().stream()
                .map(sent -> new TurnRequest.Attachment(sent.kind(), sent.mediaType(), ""))
                .toList();
        return new TurnRequest(request.text(), request.answer(), request.context(), attachments);
    }
}
