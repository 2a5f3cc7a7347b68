package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import kefu.chassis.problem.Problem;
import kefu.chassis.problem.ProblemException;

/**
 * Lets the turns of one conversation through one after the other, in the order of arrival, before any of them takes a
 * database connection: many turns to one conversation then hold one connection, not all, and so many of the threads that
 * answer all conversations and no more. Between replicas the conversation's row keeps the order; here nothing outlives the
 * call.
 */
@ApplicationScoped
class TurnQueue {
    /** At the same time, for one conversation: more than a customer types, and a fifth of the threads there are. */
    static final int MOST = 40;

    private final ConcurrentHashMap<String, Turnstile> turnstiles = new ConcurrentHashMap<>();

    private static final class Turnstile {
        final ReentrantLock lock = new ReentrantLock(true);
        int waiting;
    }

    /** @throws ProblemException 429 while too many are waiting already */
    <T> T inTurn(String conversationId, Supplier<T> turn) {
        var turnstile = turnstiles.compute(conversationId, (_, there) -> {
            var mine = there == null ? new Turnstile() : there;
            if (mine.waiting == MOST)
                throw new ProblemException(
                        Problem.tooMany("So many turns of this conversation wait already. Try again in 1 s."),
                        Map.of("Retry-After", "1"));
            mine.waiting++;
            return mine;
        });
        turnstile.lock.lock();
        try {
            return turn.get();
        } finally {
            turnstile.lock.unlock();
            turnstiles.compute(conversationId, (_, there) -> --there.waiting == 0 ? null : there);
        }
    }
}
