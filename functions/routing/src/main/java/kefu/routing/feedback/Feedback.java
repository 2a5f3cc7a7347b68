package kefu.routing.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.outbox.Outbox;
import kefu.chassis.privacy.Masking;
import kefu.chassis.problem.Problem;
import kefu.model.Ids;
import kefu.model.event.FeedbackGiven;
import kefu.model.event.Topics;
import kefu.routing.erasure.ConversationEraser;
import kefu.routing.privacy.ConversationVault;

/**
 * Takes ratings: the last one of a turn counts. Comments are kept masked, for nobody needs them otherwise,
 * and encrypted. */
@ApplicationScoped
class Feedback implements ConversationEraser {
    /** Stands for the conversation as a whole. */
    private static final int WHOLE = 0;

    private final EntityManager entities;
    private final Outbox outbox;
    private final ConversationVault vault;
    private final Idempotency idempotency;
    private final Clock clock;

    Feedback(EntityManager entities, Outbox outbox, ConversationVault vault, Idempotency idempotency, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.vault = vault;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** @throws kefu.chassis.problem.ProblemException 400 when the conversation has no such turn */
    @Transactional
    Rating give(String conversationId, Optional<String> customerId, int rating, String comment, Integer turn) {
        if (turn != null && !hasTurn(conversationId, turn))
            throw Problem.invalid(List.of(new Problem.FieldError("turn", "is no turn of this conversation")))
                    .asException();
        var given = new Rating(conversationId, rating, turn, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var masked = comment == null || comment.isBlank() ? null : Masking.mask(comment.strip());
        keep(given, customerId, masked);
        outbox.append(new FeedbackGiven(
                Ids.next(), given.at(), given.at(), conversationId, customerId.orElse(null), rating, masked, turn));
        return given;
    }

    /** Whose {@code Idempotency-Key} a rating's is. */
    static String idempotencyScope(String conversationId) {
        return "feedback/" + conversationId;
    }

    @Override
    public void forget(String conversationId) {
        outbox.withdraw(Topics.FEEDBACK, conversationId);
        idempotency.forget(idempotencyScope(conversationId));
    }

    private boolean hasTurn(String conversationId, int turn) {
        return entities.createQuery(
                                "select count(*) from StoredTurn where conversationId = :id and number = :turn",
                                Long.class)
                        .setParameter("id", conversationId)
                        .setParameter("turn", turn)
                        .getSingleResult()
                > 0;
    }

    private void keep(Rating given, Optional<String> customerId, String comment) {
        entities.createNativeQuery("""
                        insert into feedback (conversation_id, turn, customer_id, rating, comment, at)
                        values (:id, :turn, cast(:customer as text), :rating, cast(:comment as bytea), :at)
                        on conflict (conversation_id, turn) do update set rating = excluded.rating,
                        comment = excluded.comment, customer_id = excluded.customer_id, at = excluded.at""")
                .setParameter("id", given.conversationId())
                .setParameter("turn", given.turn() == null ? WHOLE : given.turn())
                .setParameter("customer", customerId.orElse(null))
                .setParameter("rating", given.rating())
                .setParameter(
                        "comment", comment == null ? null : vault.seal(given.conversationId(), "feedback", comment))
                .setParameter("at", given.at())
                .executeUpdate();
    }

    /** A rating as it was taken. @param turn null for the whole conversation */
    record Rating(String conversationId, int rating, Integer turn, Instant at) {}
}
