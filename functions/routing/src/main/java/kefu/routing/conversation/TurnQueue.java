package kefu.routing.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the turns of one conversation through one after the other, in the order of arrival, before any of them takes a
 * database connection: many turns to one conversation then hold one connection, not all. Between replicas the
 * conversation's row keeps the order; here nothing outlives the call.
 */
@ApplicationScoped
class TurnQueue {
    private final ConcurrentHashMap<String, Turnstile> turnstiles = new ConcurrentHashMap<>();

    private static final class Turnstile {
        final ReentrantLock lock = new ReentrantLock(true);
        int waiting;
    }

    <T> T inTurn(String conversationId, Supplier<T> turn) {
        var turnstile = turnstiles.compute(conversationId, (_, there) -> {
            var mine = there == null ? new Turnstile() : there;
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
