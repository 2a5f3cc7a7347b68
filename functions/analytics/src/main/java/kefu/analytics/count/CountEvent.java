package kefu.analytics.count;

import kefu.analytics.tally.Tally;
import kefu.model.event.Event;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.HandoffChanged;
import kefu.model.event.InteractionRecorded;
import kefu.model.event.OrderChanged;
import kefu.model.event.ProductsRecommended;
import kefu.model.event.TurnAnswered;

/** Counts an event in the bucket of its time. Not thread-safe: one for each partition. */
public final class CountEvent {
    private final Buckets buckets;
    private final CountConversation conversations;
    private final CountRecommendation recommendations;

    public CountEvent(Buckets buckets, Conversations conversations, Shown shown) {
        this.buckets = buckets;
        this.conversations = new CountConversation(buckets, conversations);
        this.recommendations = new CountRecommendation(buckets, shown);
    }

    /**
     * @param at its time, in epoch milliseconds
     * @throws IllegalArgumentException for an event that is not one of those that are counted
     */
    public void count(Event event, long at) {
        switch (event) {
            case TurnAnswered turn -> {
                buckets.change(at, tally -> CountTurn.count(turn, tally));
                conversations.turn(turn, at);
            }
            case HandoffChanged handoff -> conversations.handoff(handoff, at);
            case FeedbackGiven feedback -> conversations.feedback(feedback, at);
            case OrderChanged order -> buckets.change(at, tally -> count(order, tally));
            case ProductsRecommended shown -> recommendations.shown(shown, at);
            case InteractionRecorded done -> recommendations.interaction(done.interaction(), at);
            default -> throw new IllegalArgumentException(event.typeName() + " is not counted");
        }
        buckets.change(at, tally -> tally.count(Counters.EVENTS));
    }

    private static void count(OrderChanged order, Tally tally) {
        tally.count(Counters.ORDER
                + (order.status() == null ? "unknown" : order.status().json()));
    }
}
