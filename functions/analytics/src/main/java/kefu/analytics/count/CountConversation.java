package kefu.analytics.count;

import java.util.Optional;
import java.util.function.UnaryOperator;
import kefu.analytics.tally.Example;
import kefu.analytics.tally.Problem;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.HandoffChanged;
import kefu.model.event.TurnAnswered;

/** What an event says about its conversation. */
final class CountConversation {
    private static final int LOW = 2;

    private final Buckets buckets;
    private final Conversations conversations;

    CountConversation(Buckets buckets, Conversations conversations) {
        this.buckets = buckets;
        this.conversations = conversations;
    }

    void turn(TurnAnswered turn, long at) {
        var intent = CountTurn.intent(turn);
        var emotion = turn.understanding() == null ? null : turn.understanding().emotion();
        change(
                turn.conversationId(),
                at,
                c -> c.turn(at, intent, Satisfaction.valence(emotion), Outcome.after(turn, intent)));
    }

    void handoff(HandoffChanged handoff, long at) {
        buckets.change(at, tally -> tally.count(Counters.HANDOFF + handoff.status()));
        var before = change(handoff.conversationId(), at, c -> handedOff(c, handoff.status(), at));
        before.filter(c -> c.waitingSince() > 0 && handoff.status().equals("claimed"))
                .ifPresent(c ->
                        buckets.change(at, tally -> tally.spread(Counters.CLAIM, Math.max(0, at - c.waitingSince()))));
    }

    void feedback(FeedbackGiven feedback, long at) {
        var before = change(feedback.conversationId(), at, c -> c.rated(at, feedback.rating()));
        var intent = before.map(Conversation::intent).orElse(Conversation.UNKNOWN_INTENT);
        buckets.change(at, tally -> {
            tally.count(Counters.RATINGS);
            tally.count(Counters.RATING + feedback.rating());
            if (feedback.rating() > LOW) return;
            tally.count(Problem.LOW_RATED.of(intent));
            if (feedback.comment() != null && !feedback.comment().isBlank())
                tally.example(
                        intent,
                        new Example(
                                feedback.occurredAt(), Problem.LOW_RATED.name(), CountTurn.masked(feedback.comment())));
        });
    }

    private static Conversation handedOff(Conversation before, String status, long at) {
        return switch (status) {
            case "waiting" -> before.handedOff(at, Outcome.WITH_A_PERSON, at);
            case "claimed" -> before.handedOff(at, Outcome.WITH_A_PERSON, 0);
            case "resolved" -> before.handedOff(at, Outcome.DONE, 0);
            default -> before.handedOff(at, Outcome.OPEN, 0);
        };
    }

    /** @return what was known before */
    private Optional<Conversation> change(String id, long at, UnaryOperator<Conversation> change) {
        var before = conversations.find(id);
        var after = change.apply(before.orElseGet(() -> Conversation.begun(at)));
        before.ifPresent(c -> buckets.change(c.lastAt(), tally -> c.count(tally, -1)));
        buckets.change(after.lastAt(), tally -> after.count(tally, 1));
        conversations.put(id, after);
        return before;
    }
}
