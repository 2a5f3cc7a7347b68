package kefu.routing.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import kefu.chassis.idempotency.Idempotency;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;

/**
 * Answers a turn. Everything it changes commits in one transaction, which holds the conversation's row: turns are
 * answered in their order, once, and a killed process leaves nothing held. A hand-over that happens meanwhile makes the
 * turn start again under the new owner, so that what was computed for the old one is dropped.
 */
@ApplicationScoped
public class AnswerTurn {
    private static final int MOST_HAND_OVERS = 5;

    private final TurnQueue queue;
    private final Idempotency idempotency;
    private final Conversations conversations;
    private final TurnInProgress turn;
    private final MeterRegistry metrics;

    AnswerTurn(
            TurnQueue queue,
            Idempotency idempotency,
            Conversations conversations,
            TurnInProgress turn,
            MeterRegistry metrics) {
        this.queue = queue;
        this.idempotency = idempotency;
        this.conversations = conversations;
        this.turn = turn;
        this.metrics = metrics;
    }

    /**
     * @param idempotencyKey null for none
     * @throws kefu.chassis.problem.ProblemException 404, 409 as the HTTP interface says
     */
    public TurnAnswer answer(String conversationId, String idempotencyKey, TurnRequest request) {
        long begun = System.nanoTime();
        var answer = queue.inTurn(conversationId, () -> underOneOwner(conversationId, idempotencyKey, request));
        metrics.timer(
                        "kefu.turn",
                        "act",
                        answer.reply() == null ? "none" : answer.reply().act().json())
                .record(Duration.ofNanos(System.nanoTime() - begun));
        return answer;
    }

    private TurnAnswer underOneOwner(String conversationId, String idempotencyKey, TurnRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> once(conversationId, idempotencyKey, request));
            } catch (OwnerChanged e) {
                if (attempt == MOST_HAND_OVERS) throw e;
            }
        }
    }

    /** Of an answered request the turn's number is kept, not the answer: the turn has it, encrypted. */
    private TurnAnswer once(String conversationId, String idempotencyKey, TurnRequest request) {
        var given = new AtomicReference<TurnAnswer>();
        var scope = TurnRecords.idempotencyScope(conversationId);
        int number = idempotency.once(idempotencyKey, scope, request, Integer.class, () -> {
            given.set(turn.run(conversationId, request));
            return given.get().number();
        });
        return given.get() != null
                ? given.get()
                : conversations.turn(conversationId, number).answer();
    }

    /** Bot and agent handed the conversation over while a reply was being computed. */
    static final class OwnerChanged extends RuntimeException {
        OwnerChanged(String conversationId) {
            super("conversation " + conversationId + " was handed over while a reply was being computed");
        }
    }
}
