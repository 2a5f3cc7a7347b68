package kefu.routing.handoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kefu.chassis.idempotency.Idempotency;
import kefu.chassis.outbox.Outbox;
import kefu.chassis.problem.Problem;
import kefu.chassis.sql.Sql;
import kefu.chassis.sql.Together;
import kefu.model.Ids;
import kefu.model.Page;
import kefu.model.event.Topics;
import kefu.routing.erasure.ConversationEraser;
import kefu.routing.privacy.ConversationVault;
import kefu.routing.stream.ConversationEvents;

/** The queue: conversations that wait for a person, and those that had one. */
@ApplicationScoped
public class Handoffs implements ConversationEraser {
    private static final String OPEN =
            "select id from handoff where conversation_id = ? and status in ('waiting', 'claimed')";

    private final EntityManager entities;
    private final Sql sql;
    private final Ownership ownership;
    private final HandoffNews news;
    private final ConversationVault vault;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;

    Handoffs(
            EntityManager entities,
            Sql sql,
            Ownership ownership,
            HandoffNews news,
            ConversationVault vault,
            Idempotency idempotency,
            Outbox outbox,
            Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.ownership = ownership;
        this.news = news;
        this.vault = vault;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Asks for a person, in the transaction that runs; it holds the conversation's owner and the desk's stream until that
     * ends, so it is called late. The bot goes on answering until an agent claims it.
     *
     * @param customerId null while the customer is not known
     * @param reason why a person is needed
     * @param language {@code zh} or {@code en}
     * @param skill that the agent should have; null for {@code general}
     * @param summary what the agent should know, see {@link HandoffSummary}
     * @return the new hand-off, or the one that is open already
     */
    @Transactional(TxType.MANDATORY)
    public Handoff request(
            String conversationId, String customerId, String reason, String language, String skill, String summary) {
        ownership.hold(conversationId);
        return open(conversationId)
                .orElseGet(() -> add(new Handoff(
                        Ids.next(),
                        conversationId,
                        customerId,
                        HandoffStatus.WAITING,
                        reason,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null,
                        summary,
                        language,
                        skill == null ? "general" : skill,
                        null,
                        null,
                        null)));
    }

    /**
     * Takes a conversation out of the queue again, since its customer needs nobody any more, in the transaction that runs;
     * like {@link #request} called late. Where nobody is waited for nothing changes.
     *
     * @throws kefu.chassis.problem.ProblemException 409 when an agent has claimed it
     */
    @Transactional(TxType.MANDATORY)
    public void callOff(String conversationId) {
        var owner = ownership.hold(conversationId);
        open(conversationId).ifPresent(handoff -> {
            handoff.refusalToCallOff().ifPresent(Handoff.Refusal::refuse);
            var calledOff = handoff.returned(clock.instant().truncatedTo(ChronoUnit.MICROS));
            keep(calledOff);
            news.tell(calledOff, ConversationEvents.RETURNED, new OwnerChanged(handoff.id(), null, owner));
        });
    }

    /** @return the hand-off that waits or is claimed, as the transaction that runs began it: what that adds is not seen */
    public Optional<Handoff> open(String conversationId) {
        return sql.first(OPEN, row -> row.getString(1), conversationId).map(this::require);
    }

    /** @return whether one waits or is claimed, among other reads */
    public Supplier<Boolean> isOpen(Together reads, String conversationId) {
        var found = reads.first(OPEN, row -> row.getString(1), conversationId);
        return () -> found.get().isPresent();
    }

    /** Like {@link #open}, among other reads. */
    public Supplier<Optional<Handoff>> open(Together reads, String conversationId) {
        var found = reads.first(OPEN, row -> row.getString(1), conversationId);
        return () -> found.get().map(this::require);
    }

    /** @throws kefu.chassis.problem.ProblemException 404 when there is none of this id */
    Handoff require(String id) {
        return Optional.ofNullable(entities.find(HandoffRow.class, id))
                .orElseThrow(() -> unknown(id))
                .handoff(vault);
    }

    /** Reads a hand-off while nobody else can change it. @throws kefu.chassis.problem.ProblemException 404 */
    Handoff hold(String id) {
        // Only the conversation's id is read before the lock: the row itself as it is under the lock.
        var conversation = entities.createQuery("select conversationId from HandoffRow where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> unknown(id));
        ownership.hold(conversation);
        return require(id);
    }

    void keep(Handoff changed) {
        entities.find(HandoffRow.class, changed.id()).become(changed, vault);
    }

    /** @param status null for all @param after the last id of the page before; null for the first, longest waiting first */
    Page<Handoff> page(HandoffStatus status, int limit, String after) {
        var from = after == null ? null : anchor(after);
        var found = entities.createQuery("""
                        from HandoffRow where (:status is null or status = :status)
                        and (:id is null or waitingSince > :since or (waitingSince = :since and id > :id))
                        order by waitingSince, id""", HandoffRow.class)
                .setParameter("status", status == null ? null : status.json())
                .setParameter("id", from == null ? null : from.id)
                .setParameter("since", from == null ? clock.instant() : from.waitingSince)
                .setMaxResults(limit + 1)
                .getResultList();
        boolean more = found.size() > limit;
        var rows = more ? found.subList(0, limit) : found;
        // One that is being erased right now is passed over.
        var items = rows.stream().flatMap(row -> row.find(vault).stream()).toList();
        return new Page<>(items, more ? rows.getLast().id : null);
    }

    /** Whose {@code Idempotency-Key} the customer's asking for a person is. */
    public static String askingScope(String conversationId) {
        return "handoff/" + conversationId;
    }

    /** Whose {@code Idempotency-Key} a command's to a hand-off is. */
    static String idempotencyScope(String id) {
        return "handoffs/" + id;
    }

    @Override
    public void forget(String conversationId) {
        outbox.withdraw(Topics.HANDOFFS, conversationId);
        idempotency.forget(askingScope(conversationId));
        entities.createQuery("select id from HandoffRow where conversationId = :id", String.class)
                .setParameter("id", conversationId)
                .getResultList()
                .forEach(id -> idempotency.forget(idempotencyScope(id)));
    }

    private Handoff add(Handoff handoff) {
        entities.persist(HandoffRow.of(handoff, vault));
        news.tell(handoff, ConversationEvents.HANDOFF_WAITING, handoff.notice());
        return handoff;
    }

    private HandoffRow anchor(String after) {
        return Optional.ofNullable(entities.find(HandoffRow.class, after))
                .orElseThrow(() -> Problem.invalid(
                                List.of(new Problem.FieldError("after", "is no hand-off; pass a page's next")))
                        .asException());
    }

    private static RuntimeException unknown(String id) {
        return Problem.notFound("There is no hand-off " + id + ".").asException();
    }
}
