package kefu.routing.conversation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.sql.Sql;
import kefu.model.turn.TurnAnswer;
import kefu.model.turn.TurnRequest;
import kefu.routing.handoff.Ownership;

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
    private final Sql sql;
    private final Conversations conversations;
    private final Ownership ownership;
    private final HandoffRequests handoffs;
    private final TurnInProgress turn;
    private final MeterRegistry metrics;

    AnswerTurn(
            TurnQueue queue,
            Idempotency idempotency,
            Sql sql,
            Conversations conversations,
            Ownership ownership,
            HandoffRequests handoffs,
            TurnInProgress turn,
            MeterRegistry metrics) {
        this.queue = queue;
        this.idempotency = idempotency;
        this.sql = sql;
        this.conversations = conversations;
        this.ownership = ownership;
        this.handoffs = handoffs;
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
        var ledger = new LedgerBook();
        var scope = TurnRecords.idempotencyScope(conversationId);
        var once = idempotency.locked(idempotencyKey, scope, request);
        var reads = sql.together();
        var locked = conversations.lock(reads, conversationId);
        var owner = ownership.current(reads, conversationId);
        var awaited = handoffs.isOpen(reads, conversationId);
        var answered = once.earlier(reads, Integer.class);
        var conversation = ledger.note("wait", () -> {
            reads.run();
            return locked.get();
        });
        var earlier = answered.get();
        if (earlier.isPresent())
            return conversations.turn(conversationId, earlier.get()).answer();
        var answer = turn.run(conversation, owner.get(), awaited.get(), request, ledger);
        once.keep(answer.number());
        return answer;
    }

    /** Who answers, or whether a person is waited for, changed while a reply was being computed. */
    static final class OwnerChanged extends RuntimeException {
        OwnerChanged(String conversationId) {
            super("conversation " + conversationId + " was handed over while a reply was being computed");
        }
    }
}
