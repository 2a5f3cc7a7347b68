package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kefu.chassis.sql.Together;
import kefu.model.turn.HandoffNotice;
import kefu.model.turn.Owner;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.routing.dialogue.Situation;
import kefu.routing.handoff.Handoff;
import kefu.routing.handoff.HandoffSummary;
import kefu.routing.handoff.HandoffSummary.Exchange;
import kefu.routing.handoff.Handoffs;

/** Puts a conversation in the queue for a person, with what they should know. */
@ApplicationScoped
class HandoffRequests {
    private final Handoffs handoffs;
    private final Conversations conversations;

    HandoffRequests(Handoffs handoffs, Conversations conversations) {
        this.handoffs = handoffs;
        this.conversations = conversations;
    }

    HandoffNotice request(Conversation conversation, TurnRequest request, String reason, Situation situation) {
        var summary = HandoffSummary.of(
                exchanges(conversation, request, situation),
                Optional.of(situation.language()),
                conversation.customerId(),
                situation.pack()::title);
        var skill = situation.pack().handoff().skill(situation.context().intent());
        return handoffs.request(
                        conversation.id, conversation.customerId, reason, summary.language(), skill, summary.text())
                .notice();
    }

    /** @return whether a person is asked for, among other reads */
    Supplier<Boolean> isOpen(Together reads, String conversationId) {
        return handoffs.isOpen(reads, conversationId);
    }

    void callOff(Conversation conversation) {
        handoffs.callOff(conversation.id);
    }

    Supplier<Optional<HandoffNotice>> open(Together reads, String conversationId) {
        var open = handoffs.open(reads, conversationId);
        return () -> open.get().map(Handoff::notice);
    }

    /** The turns that are kept, and the one that is just being answered. */
    private List<Exchange> exchanges(Conversation conversation, TurnRequest request, Situation situation) {
        var exchanges = new ArrayList<Exchange>();
        conversations
                .lastTurns(conversation.id, HandoffSummary.TURNS - 1)
                .forEach(turn -> exchanges.add(new Exchange(turn.request, turn.answer)));
        var now = new TurnAnswer(
                conversation.turns + 1,
                TurnAnswer.Understood.of(situation.heard().understanding()),
                situation.context().seen(null),
                null,
                List.of(),
                List.of(),
                null,
                Owner.BOT,
                List.of(),
                situation.heard().understanding().servedBy());
        exchanges.add(new Exchange(request, now));
        return exchanges;
    }
}
