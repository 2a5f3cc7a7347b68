package kefu.analytics.count;

import io.quarkus.runtime.annotations.RegisterForReflection;
import kefu.analytics.tally.Tally;

/**
 * What is remembered of a conversation: enough to count it once, and to say how it went. It counts in the bucket of its
 * last activity, and moves with it; so a window that ends now counts each of its conversations exactly once.
 *
 * @param lastAt its last activity, in epoch milliseconds
 * @param lastTurnAt its last turn; 0 before the first
 * @param intent of its last turn
 * @param waitingSince when it began to wait for a person; 0 when it does not wait
 */
@RegisterForReflection
public record Conversation(
        long lastAt,
        long lastTurnAt,
        String intent,
        double firstValence,
        double lastValence,
        Outcome outcome,
        int ratings,
        int ratingSum,
        boolean handedOff,
        long waitingSince) {
    static final String UNKNOWN_INTENT = "unknown";

    static Conversation begun(long at) {
        return new Conversation(at, 0, UNKNOWN_INTENT, 0, 0, Outcome.OPEN, 0, 0, false, 0);
    }

    /** A turn that arrives after a later one changes nothing but that the conversation was active. */
    Conversation turn(long at, String intent, double valence, Outcome outcome) {
        if (at < lastTurnAt) return this;
        double first = lastTurnAt == 0 ? valence : firstValence;
        boolean handed = handedOff || outcome == Outcome.WITH_A_PERSON;
        return new Conversation(
                later(at), at, intent, first, valence, outcome, ratings, ratingSum, handed, waitingSince);
    }

    Conversation rated(long at, int rating) {
        return new Conversation(
                later(at),
                lastTurnAt,
                intent,
                firstValence,
                lastValence,
                outcome,
                ratings + 1,
                ratingSum + rating,
                handedOff,
                waitingSince);
    }

    /** @param waitingSince 0 unless it waits now */
    Conversation handedOff(long at, Outcome outcome, long waitingSince) {
        return new Conversation(
                later(at),
                lastTurnAt,
                intent,
                firstValence,
                lastValence,
                outcome,
                ratings,
                ratingSum,
                true,
                waitingSince);
    }

    /** @param times 1 to count it, -1 to take it back */
    void count(Tally tally, int times) {
        tally.count(Counters.CONVERSATIONS, times);
        tally.sum(Counters.SATISFACTION, times * Satisfaction.of(this));
        if (handedOff) tally.count(Counters.HANDED_OFF, times);
        if (waitingSince > 0) tally.count(Counters.WAITING, times);
    }

    private long later(long at) {
        return Math.max(lastAt, at);
    }
}
